package org.ancregistry.portals.signin;

import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;

/**
 * The portal has no valid access token for this session. Let it pass: the security chain sends the browser to the
 * authorization server and back to the same page. Who is still signed in notices nothing.
 */
public final class SignInAgain extends ClientAuthorizationRequiredException {

    private static final long serialVersionUID = 1L;

    SignInAgain(String portal) {
        super(portal);
    }
}
