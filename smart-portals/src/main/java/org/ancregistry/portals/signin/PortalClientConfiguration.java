package org.ancregistry.portals.signin;

import java.time.Duration;
import java.util.Arrays;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.authorization.PortalRegistrations;
import org.ancregistry.portals.http.BoundedRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Makes the portals ordinary apps of the authorization server: code flow, PKCE, a signed assertion, refresh. */
@Configuration(proxyBeanMethods = false)
class PortalClientConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    ClientRegistrationRepository portalRegistrations(PortalRegistrations registrations) {
        return new InMemoryClientRegistrationRepository(
                Arrays.stream(Portal.values()).map(registrations::of).toList());
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizationRequestResolver portalRequests(
            ClientRegistrationRepository registrations, Installation installation) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/portals/authorize");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(all -> all.put("aud", installation.fhirBase()))));
        return resolver;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> portalCodes(PortalRegistrations keys) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addParametersConverter(
                new NimbusJwtClientAuthenticationParametersConverter<>(registration -> keys.key()));
        client.setRestClient(backChannel());
        return client;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> portalRefreshes(PortalRegistrations keys) {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.addParametersConverter(
                new NimbusJwtClientAuthenticationParametersConverter<>(registration -> keys.key()));
        client.setRestClient(backChannel());
        return client;
    }

    private static RestClient backChannel() {
        return RestClient.builder()
                .requestFactory(BoundedRequests.within(PATIENCE))
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Bean
    AccessTokens accessTokens(
            OAuth2AuthorizedClientRepository held,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes) {
        return new PortalAccessTokens(held, refreshes);
    }
}
