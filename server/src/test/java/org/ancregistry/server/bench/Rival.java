package org.ancregistry.server.bench;

/** Whom the registry is compared with, and how it is to stand beside it. */
record Rival(Side side, Goal goal) {}
