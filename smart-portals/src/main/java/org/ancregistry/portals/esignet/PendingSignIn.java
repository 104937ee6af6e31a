package org.ancregistry.portals.esignet;

import java.io.Serializable;
import java.net.URI;

/**
 * What the session remembers while somebody is at eSignet: the values that only her own browser's return can match.
 *
 * @param provider the provider's configured id
 * @param purpose why she was sent
 * @param redirectUri where she comes back to
 * @param state ties the return to this session
 * @param nonce ties the id_token to this sign-in; eSignet takes each one once
 * @param verifier proves that the code was asked for here (PKCE)
 */
public record PendingSignIn(
        String provider, Purpose purpose, URI redirectUri, String state, String nonce, String verifier)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "PendingSignIn[" + provider + ", " + purpose + "]";
    }
}
