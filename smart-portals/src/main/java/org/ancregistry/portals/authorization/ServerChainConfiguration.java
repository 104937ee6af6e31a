package org.ancregistry.portals.authorization;

import java.time.Clock;
import java.util.List;
import org.ancregistry.domain.access.StaffDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Hangs into the library's endpoints what it leaves out of SMART App Launch. */
@Configuration(proxyBeanMethods = false)
class ServerChainConfiguration {

    /** The page that asks what an app may do. */
    static final String CONSENT_PAGE = "/apps/consent";

    @Bean
    AuthorizationEndpoints authorizationEndpoints(
            Installation installation,
            AuthorizationProperties settings,
            Clients clients,
            JdbcAuthorizations authorizations,
            LaunchContext launches,
            Consents consents,
            UsedAssertions used,
            Clock clock) {
        var audiences = List.of(
                installation.issuer(),
                installation.at("/oauth2/token").toString(),
                settings.tokenEndpoint(installation));
        return new AuthorizationEndpoints(
                installation,
                clients,
                new ClientAssertions(clients, audiences, used, clock),
                new BearerIntrospection(authorizations, clients),
                new PublicClient(clients, authorizations),
                launches,
                consents);
    }

    @Bean
    AccessTokenContent accessTokenContent(Installation installation, StaffDirectory staff, UsedAssertions used) {
        return new AccessTokenContent(installation, staff, used);
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http, AuthorizationEndpoints own, AuthenticationEntryPoint signIn, RequestCache requests)
            throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        http.securityMatcher(endpoints(server))
                .with(server, own::arrange)
                // The library's page for claims is not offered; a bearer token is a client's proof at introspection.
                .oauth2ResourceServer(
                        bearer -> bearer.bearerTokenResolver(request -> null).jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(requestsToIt -> requestsToIt.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new UnknownClient(signIn)))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()));
        return http.build();
    }

    /** Deferred, because the library knows its endpoints only once the chain is built. */
    private static RequestMatcher endpoints(OAuth2AuthorizationServerConfigurer server) {
        RequestMatcher library = request -> server.getEndpointsMatcher().matches(request);
        return new OrRequestMatcher(
                List.of(library, PathPatternRequestMatcher.withDefaults().matcher("/oauth2/**")));
    }
}
