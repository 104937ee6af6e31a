package org.ancregistry.portals.esignet;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we prove to be our client (private_key_jwt, RFC 7523).
 *
 * @param algorithm RS256 for every version; PS256 and ES256 from 1.7, matching the key
 * @param audience the audience to name; the token endpoint when absent, which every version takes
 */
record AssertionProperties(
        @DefaultValue("RS256") String algorithm, @Nullable String audience) {}
