package org.ancregistry.portals.esignet;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** The public keys that somebody signs with. */
interface VerificationKeys extends JWKSource<SecurityContext> {

    /**
     * Looks for newer keys, after a signature did not fit: eSignets keyed on one day share a key id, so that a known id
     * may stand for a new key.
     *
     * @return whether there are keys now that were not tried yet
     * @throws KeySourceException when they cannot be asked for
     */
    boolean renew() throws KeySourceException;
}
