package org.ancregistry.server.access;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.interceptors.token.AccessTokens;
import org.ancregistry.interceptors.token.BearerTokenInterceptor;
import org.ancregistry.interceptors.token.EsignetIssuer;
import org.ancregistry.interceptors.token.OwnIssuer;
import org.ancregistry.interceptors.token.PeopleBehindSubjects;
import org.ancregistry.interceptors.token.RememberedRevocations;
import org.ancregistry.interceptors.token.RemoteSigningKeys;
import org.ancregistry.interceptors.token.RevokedTokens;
import org.ancregistry.interceptors.token.TrustedIssuer;
import org.ancregistry.interceptors.token.UsedProofs;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.authorization.UsedAssertions;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Says whose tokens the FHIR API believes. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    OwnIssuer ownIssuer(
            InstallationProperties installation, AccessProperties properties, RevokedTokens revoked, Clock clock) {
        var issuer = installation.baseUrl().toString();
        var keys = Objects.requireNonNullElse(properties.keys(), URI.create(issuer + "/oauth2/jwks"));
        return new OwnIssuer(issuer, installation.fhirBase(), new RemoteSigningKeys(keys, clock), revoked);
    }

    @Bean
    DirectIssuers directIssuers(
            AccessProperties properties,
            Environment environment,
            ObjectProvider<LinkedPeople> linked,
            StaffDirectory staff,
            Clock clock) {
        return new DirectIssuers(properties.directSignIn().entrySet().stream()
                .map(provider -> new EsignetIssuer(
                        provider.getValue()
                                .accepted(provider.getKey(), verifyingClient(environment, provider.getKey())),
                        new RemoteSigningKeys(provider.getValue().keys(), clock),
                        new PeopleBehindSubjects(linked.getObject(), staff)))
                .toList());
    }

    /** The client with which the portals verify mothers at that provider; the one for signing in when it has no other. */
    private static Set<String> verifyingClient(Environment environment, String provider) {
        return Stream.of("verify-client", "client")
                .map(client -> environment.getProperty("anc.esignet.providers." + provider + "." + client + ".id"))
                .filter(Objects::nonNull)
                .limit(1)
                .collect(Collectors.toSet());
    }

    @Bean
    RememberedRevocations revokedTokens(IssuedTokens issued, Clock clock) {
        return new RememberedRevocations(issued::revoked, clock);
    }

    @Bean
    RevocationsAtOnce revocationsAtOnce(RememberedRevocations remembered) {
        return new RevocationsAtOnce(remembered);
    }

    @Bean
    UsedProofs usedProofs(UsedAssertions used) {
        return (id, ends) -> used.isFirst("dpop " + id, ends);
    }

    @Bean
    BearerTokenInterceptor bearerTokenInterceptor(
            List<TrustedIssuer> own, DirectIssuers direct, UsedProofs used, Clock clock) {
        var issuers = new ArrayList<>(own);
        issuers.addAll(direct.issuers());
        return new BearerTokenInterceptor(new AccessTokens(issuers, used, clock));
    }

    /** The eSignet providers whose own access tokens are taken; none unless an installation says so. */
    record DirectIssuers(List<EsignetIssuer> issuers) {}
}
