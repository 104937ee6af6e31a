package org.ancregistry.portals.esignet;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses of one eSignet, for the case that its discovery document lacks them or says them wrong. */
record EndpointProperties(
        @Nullable URI authorization,
        @Nullable URI token,
        @Nullable URI userinfo,
        @Nullable URI jwks) {}
