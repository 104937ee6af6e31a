package org.ancregistry.portals.authorization;

/** Told when tokens were taken back, so that what remembers them on this node can forget at once. It names nobody. */
public record TokensRevoked() {}
