package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.RSAKey;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The portals as clients see themselves: where to ask, and the key to prove who they are. */
public final class PortalRegistrations {

    private final Installation installation;
    private final AuthorizationProperties settings;
    private final SigningKey key;

    PortalRegistrations(Installation installation, AuthorizationProperties settings, SigningKey key) {
        this.installation = installation;
        this.settings = settings;
        this.key = key;
    }

    /** The private key with which every portal signs its assertions: the server's own, the same on every node. */
    public RSAKey key() {
        return key.jwk();
    }

    public ClientRegistration of(Portal portal) {
        return ClientRegistration.withRegistrationId(portal.clientId())
                .clientId(portal.clientId())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(installation.at(portal.callbackPath()).toString())
                .scope(portal.scope())
                .authorizationUri(installation.at("/oauth2/authorize").toString())
                .tokenUri(settings.tokenEndpoint(installation))
                .build();
    }
}
