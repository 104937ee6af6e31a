package org.ancregistry.interceptors.token;

import com.nimbusds.jose.jwk.JWKSet;

/** The public keys with which one issuer signs. */
public interface SigningKeys {

    /** The keys as known; read from the issuer when there are none yet. */
    JWKSet known() throws KeysUnavailable;

    /** The keys as the issuer gives them now, or as they were a few seconds ago: asking often costs the issuer nothing. */
    JWKSet renewed() throws KeysUnavailable;
}
