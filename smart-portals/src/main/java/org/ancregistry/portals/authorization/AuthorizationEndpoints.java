package org.ancregistry.portals.authorization;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2PushedAuthorizationRequestEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** What each endpoint of the authorization server does besides what the library does. */
final class AuthorizationEndpoints {

    private final Clients clients;
    private final ClientAssertions assertions;
    private final BearerIntrospection bearers;
    private final PublicClient publicClient;
    private final LaunchContext launches;
    private final Consents consents;
    private final ScopeRules scopes;
    private final AudienceRule audience;
    private final AuthorizationAnswers answers;

    AuthorizationEndpoints(
            Installation installation,
            Clients clients,
            ClientAssertions assertions,
            BearerIntrospection bearers,
            PublicClient publicClient,
            LaunchContext launches,
            Consents consents) {
        this.clients = clients;
        this.assertions = assertions;
        this.bearers = bearers;
        this.publicClient = publicClient;
        this.launches = launches;
        this.consents = consents;
        this.scopes = new ScopeRules(clients);
        this.audience = new AudienceRule(installation.fhirBase());
        this.answers = new AuthorizationAnswers(installation.issuer());
    }

    void arrange(OAuth2AuthorizationServerConfigurer server) {
        server.oidc(oidc -> oidc.providerConfigurationEndpoint(document ->
                        document.providerConfigurationCustomizer(AuthorizationEndpoints::leaveOutWhatIsNotThere)))
                .clientAuthentication(this::proof)
                .authorizationEndpoint(this::authorization)
                .pushedAuthorizationRequestEndpoint(this::pushedRequests)
                .tokenEndpoint(this::tokens)
                .tokenIntrospectionEndpoint(
                        endpoint -> endpoint.introspectionResponseHandler(new Introspection(clients)));
    }

    /** Who somebody is stands in her id_token, and her record in the FHIR API: there is no third place. */
    private static void leaveOutWhatIsNotThere(OidcProviderConfiguration.Builder document) {
        document.claims(claims -> {
            claims.remove("userinfo_endpoint");
            claims.put("dpop_signing_alg_values_supported", SmartConfigurationFilter.DPOP_ALGORITHMS);
        });
    }

    private void proof(OAuth2ClientAuthenticationConfigurer client) {
        client.authenticationConverters(
                        converters -> converters.addAll(0, List.of(new AssertionOfClient(), bearers, publicClient)))
                .authenticationProviders(providers -> {
                    providers.addAll(0, List.of(bearers, publicClient));
                    each(
                            providers,
                            JwtClientAssertionAuthenticationProvider.class,
                            provider -> provider.setJwtDecoderFactory(assertions));
                });
    }

    private void authorization(OAuth2AuthorizationEndpointConfigurer endpoint) {
        endpoint.consentPage(ServerChainConfiguration.CONSENT_PAGE)
                .authorizationRequestConverters(this::narrow)
                .authorizationResponseHandler(answers)
                .errorResponseHandler(answers)
                .authenticationProviders(providers -> {
                    each(providers, OAuth2AuthorizationCodeRequestAuthenticationProvider.class, provider -> {
                        provider.setAuthenticationValidator(rules());
                        provider.setAuthorizationConsentRequired(consents::isNeeded);
                    });
                    each(
                            providers,
                            OAuth2AuthorizationConsentAuthenticationProvider.class,
                            provider -> provider.setAuthorizationConsentCustomizer(consents::check));
                });
    }

    private void pushedRequests(OAuth2PushedAuthorizationRequestEndpointConfigurer endpoint) {
        var known = new KnownPusher();
        endpoint.pushedAuthorizationRequestConverters(converters -> {
                    narrow(converters);
                    converters.add(0, known);
                    converters.add(KnownPusher.LAST);
                })
                .errorResponseHandler(known)
                .authenticationProviders(providers -> each(
                        providers,
                        OAuth2PushedAuthorizationRequestAuthenticationProvider.class,
                        provider -> provider.setAuthenticationValidator(rules())));
    }

    private Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> rules() {
        return OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR
                .andThen(scopes::check)
                .andThen(audience)
                .andThen(launches::check);
    }

    private void narrow(List<AuthenticationConverter> converters) {
        converters.replaceAll(scopes::narrowing);
    }

    private void tokens(OAuth2TokenEndpointConfigurer endpoint) {
        var handler = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(new LaunchParameters());
        endpoint.accessTokenRequestConverters(this::narrow)
                .accessTokenResponseHandler(handler)
                .authenticationProviders(providers -> each(
                        providers,
                        OAuth2ClientCredentialsAuthenticationProvider.class,
                        provider -> provider.setAuthenticationValidator(scopes::check)));
    }

    private static <P> void each(List<AuthenticationProvider> providers, Class<P> type, Consumer<P> change) {
        providers.stream().filter(type::isInstance).map(type::cast).forEach(change);
    }
}
