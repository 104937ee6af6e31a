package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.ancregistry.domain.access.AppPermissionTrail;
import org.ancregistry.portals.apps.AppKeys;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.apps.Launches;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.CorsFilter;

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
    BelievedKeys believedKeys(SigningKey key, AuthorizationProperties settings) {
        return BelievedKeys.of(key, settings.furtherKeys());
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(BelievedKeys believed) {
        return new ImmutableJWKSet<>(believed.keys());
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
    Clients clients(
            Installation installation,
            AuthorizationProperties settings,
            BelievedKeys believed,
            Apps apps,
            AppKeys appKeys) {
        return new Clients(installation, settings, believed, apps, appKeys);
    }

    @Bean
    PortalRegistrations portalKeys(Installation installation, AuthorizationProperties settings, SigningKey key) {
        return new PortalRegistrations(installation, settings, key);
    }

    @Bean
    LaunchContext launchContext(Launches launches) {
        return new LaunchContext(launches);
    }

    @Bean
    JdbcAuthorizations authorizations(
            DataSource database,
            PlatformTransactionManager transactions,
            RegisteredClientRepository clients,
            LaunchContext launches,
            ApplicationEventPublisher told) {
        return new JdbcAuthorizations(
                JdbcClient.create(database), new TransactionTemplate(transactions), clients, launches, told);
    }

    @Bean
    Consents appConsents(JdbcAuthorizations authorizations, Clients clients) {
        return new Consents(authorizations, clients);
    }

    @Bean
    UsedAssertions usedAssertions(DataSource database, Clock clock) {
        return new UsedAssertions(JdbcClient.create(database), clock);
    }

    @Bean
    IssuedTokens issuedTokens(DataSource database, ApplicationEventPublisher told) {
        return new IssuedTokens(JdbcClient.create(database), told);
    }

    @Bean
    JdbcAppPermissions appPermissions(
            DataSource database,
            PlatformTransactionManager transactions,
            Apps apps,
            ApplicationEventPublisher told,
            ObjectProvider<AppPermissionTrail> trail,
            Clock clock) {
        return new JdbcAppPermissions(
                JdbcClient.create(database), new TransactionTemplate(transactions), apps, told, trail, clock);
    }

    @Bean
    ForgetfulConsents consents() {
        return new ForgetfulConsents();
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(
            SigningKey key, AccessTokenContent content, AuthorizationProperties settings) {
        var signed = new JwtGenerator(new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key.jwk()))));
        signed.setJwtCustomizer(content);
        return new DelegatingOAuth2TokenGenerator(
                signed, new RefreshTokens(settings.refreshTokenLife(), settings.offlineTokenLife()));
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
    FilterRegistrationBean<PublicAddress> publicAddress(Installation installation) {
        var filter = new FilterRegistrationBean<>(new PublicAddress(installation));
        filter.addUrlPatterns(PublicAddress.PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PostedRequests> postedRequests() {
        var filter = new FilterRegistrationBean<>(new PostedRequests());
        filter.addUrlPatterns(PostedRequests.PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> browserApps(Apps apps, Environment environment) {
        var further = Binder.get(environment)
                .bind("hapi.fhir.cors.allowed-origin", Bindable.listOf(String.class))
                .orElse(List.of());
        var filter = new FilterRegistrationBean<>(new CorsFilter(new BrowserApps(apps, further)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    Housekeeping authorizationHousekeeping(IssuedTokens tokens, UsedAssertions assertions, Launches launches) {
        return new Housekeeping(tokens, assertions, launches);
    }

    /** Forgets what has ended, on every node alike: deleting twice does no harm. */
    static final class Housekeeping {

        private final IssuedTokens tokens;
        private final UsedAssertions assertions;
        private final Launches launches;

        Housekeeping(IssuedTokens tokens, UsedAssertions assertions, Launches launches) {
            this.tokens = tokens;
            this.assertions = assertions;
            this.launches = launches;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
        void forgetEnded() {
            tokens.forgetEnded();
            assertions.forgetEnded();
            launches.forgetEnded();
        }
    }
}
