package org.ancregistry.server.cds;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** CDS Hooks beside the FHIR API. */
@Configuration(proxyBeanMethods = false)
class CdsConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    OwnFhir ownFhir(FhirContext fhir, @Value("${anc.registry.url:${anc.base-url}/fhir}") URI base) {
        return new OwnFhir(fhir, base, PATIENCE);
    }

    @Bean
    Cards cdsCards(
            MessageSource words, FhirContext fhir, ObjectMapper json, @Value("${anc.base-url}") URI installation) {
        return new Cards(words, fhir, json, installation + "/guide/index.html");
    }

    /** The tokens are looked at where the FHIR API is asked; no session, no cookie, no sign-in page. */
    @Bean
    @Order(11)
    SecurityFilterChain cdsChain(HttpSecurity http) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(
                        new OrRequestMatcher(paths.matcher("/cds-services"), paths.matcher("/cds-services/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
