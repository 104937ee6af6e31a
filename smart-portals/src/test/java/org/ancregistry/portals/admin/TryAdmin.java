package org.ancregistry.portals.admin;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
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

/**
 * Staff administration to look at, on port 8126, with a small directory behind it: run it from an IDE and open
 * {@code http://127.0.0.1:8126/admin}, as an administrator or, with the argument {@code supervisor}, as a supervisor.
 */
@Import(AdminUnderTest.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class
})
class TryAdmin {

    public static void main(String[] arguments) {
        AdminUnderTest.begin();
        SpringApplication.run(
                TryAdmin.class,
                "--server.address=127.0.0.1",
                "--server.port=8126",
                "--try.as=" + String.join("", arguments),
                "--anc.base-url=http://127.0.0.1:8126",
                "--anc.registry.url=" + AdminUnderTest.DIRECTORY.base());
    }

    @Bean
    FilterRegistrationBean<Filter> clerkIsSignedIn(@Value("${try.as}") String as) {
        var clerk = as.equals("supervisor") ? AdminUnderTest.supervisor() : AdminUnderTest.administrator();
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(clerk, null, List.of()));
            chain.doFilter(request, response);
        });
        registration.setOrder(-50);
        return registration;
    }
}
