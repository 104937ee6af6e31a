package org.ancregistry.portals.authorization;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Keeps the API for apps to programs that the apps file lets register apps ({@code registersApps}), by an access token of
 * their own (client credentials). A token of a person, or of another program, is refused: who can register an app can lead
 * people to it.
 */
@Configuration(proxyBeanMethods = false)
class AppsApiChain {

    /** The path of the API. */
    static final String PATH = "/api/apps";

    private static final String REGISTRAR = "REGISTRAR";

    @Bean
    @Order(2)
    SecurityFilterChain appsApi(HttpSecurity http, OAuth2AuthorizationService authorizations, Clients clients)
            throws Exception {
        return http.securityMatcher(PATH, PATH + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(REGISTRAR))
                .oauth2ResourceServer(
                        server -> server.opaqueToken(token -> token.introspector(whoseToken(authorizations, clients))))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static OpaqueTokenIntrospector whoseToken(OAuth2AuthorizationService authorizations, Clients clients) {
        return token -> {
            var authorization = authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
            if (authorization == null || !isGood(authorization)) {
                throw new BadOpaqueTokenException("The token is not valid.");
            }
            return program(authorization, clients);
        };
    }

    private static boolean isGood(OAuth2Authorization authorization) {
        var access = authorization.getAccessToken();
        return access != null && access.isActive() && authorization.getAttribute(BoundKey.THUMBPRINT) == null;
    }

    /** Only a program that acts for itself is one: its authorization is in its own name. */
    private static OAuth2AuthenticatedPrincipal program(OAuth2Authorization authorization, Clients clients) {
        var client = authorization.getRegisteredClientId();
        var registers = authorization.getPrincipalName().equals(client) && clients.mayRegisterApps(client);
        return new DefaultOAuth2AuthenticatedPrincipal(
                client,
                Map.of("client_id", client),
                registers ? AuthorityUtils.createAuthorityList("ROLE_" + REGISTRAR) : List.of());
    }
}
