package org.ancregistry.portals.supervisor;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The supervisor’s pages to look at, on port 8125, with nothing behind them. */
@Import(SupervisorUnderTest.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class
})
class TrySupervisor {

    public static void main(String[] arguments) {
        SupervisorUnderTest.REGISTRY
                .answers("Task", SupervisorUnderTest.queue())
                .answers(SupervisorUnderTest.DECIDE, SupervisorUnderTest.bothSides());
        SpringApplication.run(
                TrySupervisor.class,
                "--server.address=127.0.0.1",
                "--server.port=8125",
                "--anc.base-url=http://127.0.0.1:8125",
                "--anc.registry.url=" + SupervisorUnderTest.REGISTRY.base());
    }

    @Bean
    FilterRegistrationBean<Filter> jayasingheIsSignedIn() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of()));
            chain.doFilter(request, response);
        });
        registration.setOrder(-50);
        return registration;
    }
}
