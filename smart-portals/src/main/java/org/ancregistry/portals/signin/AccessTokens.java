package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;

/** The signed-in person's access token, with which a portal asks the registry on her behalf. */
public interface AccessTokens {

    /**
     * The token of the portal that this request belongs to, refreshed when it is near its end.
     *
     * @throws SignInAgain when there is none; not to be caught, because it leads to signing in and back to the page
     */
    String current(HttpServletRequest request);
}
