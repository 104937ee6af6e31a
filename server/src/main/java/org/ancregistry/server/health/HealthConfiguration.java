package org.ancregistry.server.health;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Duration;
import java.util.List;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.server.schema.SchemaConfiguration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The two health addresses; the names of the methods are the names in their answers. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final List<String> OPEN_TO_ALL = List.of("/fhir/metadata", "/");
    private static final Duration LISTENS_WITHIN = Duration.ofSeconds(30);

    @Bean
    @DependsOn({SchemaConfiguration.FHIR_TABLES, SchemaConfiguration.REGISTRY_TABLES})
    DatabaseHealth databaseHealthIndicator(JdbcTemplate jdbc) {
        return new DatabaseHealth(jdbc);
    }

    @Bean
    WarmUp warmUpHealthIndicator(
            DaoRegistry stores,
            GuideValidator guide,
            ServletWebServerApplicationContext application,
            ServerProperties server) {
        var port = new OwnPort(server, () -> port(application), LISTENS_WITHIN);
        return new WarmUp(List.of(new FhirWarmUp(stores), new OwnPortWarmUp(port, OPEN_TO_ALL), guide::warmUp));
    }

    private static int port(ServletWebServerApplicationContext application) {
        var server = application.getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Everything else of the actuator is not there, for nobody. */
    @Bean
    @Order(11)
    SecurityFilterChain healthChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                open("/actuator/health/liveness"), open("/actuator/health/readiness"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refusal) -> response.setStatus(404))
                        .accessDeniedHandler((request, response, refusal) -> response.setStatus(404)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static PathPatternRequestMatcher open(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }
}
