package org.ancregistry.portals.esignet;

import java.net.URI;

/**
 * Somebody on her way to eSignet.
 *
 * @param location where to send her browser
 * @param pending what her session must remember
 */
public record Departure(URI location, PendingSignIn pending) {}
