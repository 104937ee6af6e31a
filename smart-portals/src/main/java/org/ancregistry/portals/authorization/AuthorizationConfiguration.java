package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import javax.sql.DataSource;
import org.ancregistry.domain.access.StaffDirectory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the authorization server together: the library, and what it leaves out. */
@Configuration(proxyBeanMethods = false)
class AuthorizationConfiguration {

    @Bean
    SigningKey signingKey(AuthorizationProperties settings, Environment environment) {
        var file = settings.signingKey();
        return environment.acceptsProfiles(Profiles.of("production"))
                ? SigningKey.read(file)
                : SigningKey.readOrMake(file);
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(SigningKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key.jwk()));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Installation installation) {
        return AuthorizationServerSettings.builder()
                .issuer(installation.issuer())
                .build();
    }

    @Bean
    Clients clients(Installation installation, AuthorizationProperties settings, SigningKey key, AppsProperties apps) {
        return new Clients(installation, settings, key, apps.file());
    }

    @Bean
    PortalRegistrations portalKeys(Installation installation, AuthorizationProperties settings, SigningKey key) {
        return new PortalRegistrations(installation, settings, key);
    }

    @Bean
    RegisteredClientRepository registeredClients(Clients clients) {
        return clients.repository();
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            DataSource database,
            PlatformTransactionManager transactions,
            RegisteredClientRepository clients,
            ApplicationEventPublisher told) {
        return new JdbcAuthorizations(
                JdbcClient.create(database), new TransactionTemplate(transactions), clients, told);
    }

    @Bean
    IssuedTokens issuedTokens(DataSource database, ApplicationEventPublisher told) {
        return new IssuedTokens(JdbcClient.create(database), told);
    }

    @Bean
    ForgetfulConsents consents() {
        return new ForgetfulConsents();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokenContent(Installation installation, StaffDirectory staff) {
        return new AccessTokenContent(installation, staff);
    }

    @Bean
    FilterRegistrationBean<SmartConfigurationFilter> smartConfiguration(Installation installation) {
        var filter = new FilterRegistrationBean<>(new SmartConfigurationFilter(installation));
        filter.addUrlPatterns(SmartConfigurationFilter.PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PostOnlyFilter> postOnly() {
        var filter = new FilterRegistrationBean<>(new PostOnlyFilter());
        filter.setUrlPatterns(PostOnlyFilter.PATHS);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    Housekeeping authorizationHousekeeping(IssuedTokens tokens) {
        return new Housekeeping(tokens);
    }

    /** Forgets what has ended, on every node alike: deleting twice does no harm. */
    static final class Housekeeping {

        private final IssuedTokens tokens;

        Housekeeping(IssuedTokens tokens) {
            this.tokens = tokens;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
        void forgetEnded() {
            tokens.forgetEnded();
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            Installation installation,
            AuthorizationProperties settings,
            Clients clients,
            AuthenticationEntryPoint signIn,
            RequestCache requests)
            throws Exception {
        var audiences = List.of(
                installation.issuer(),
                installation.at("/oauth2/token").toString(),
                settings.tokenEndpoint(installation));
        var assertions = new ClientAssertions(clients, audiences);
        var aud = new AudienceRule(installation.fhirBase());
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        http.securityMatcher(endpoints(server))
                .with(
                        server,
                        all -> all.oidc(oidc -> {})
                                .clientAuthentication(client -> client.authenticationProviders(
                                        providers -> acceptAssertions(providers, assertions)))
                                .authorizationEndpoint(endpoint ->
                                        endpoint.authenticationProviders(providers -> require(providers, aud))))
                .authorizeHttpRequests(requestsToIt -> requestsToIt.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(signIn))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()));
        return http.build();
    }

    /** Deferred, because the library knows its endpoints only once the chain is built. */
    private static RequestMatcher endpoints(OAuth2AuthorizationServerConfigurer server) {
        RequestMatcher library = request -> server.getEndpointsMatcher().matches(request);
        return new OrRequestMatcher(
                List.of(library, PathPatternRequestMatcher.withDefaults().matcher("/oauth2/**")));
    }

    private static void acceptAssertions(List<AuthenticationProvider> providers, ClientAssertions assertions) {
        providers.stream()
                .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                .map(JwtClientAssertionAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setJwtDecoderFactory(assertions));
    }

    private static void require(List<AuthenticationProvider> providers, AudienceRule aud) {
        providers.stream()
                .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setAuthenticationValidator(
                        new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(aud)));
    }
}
