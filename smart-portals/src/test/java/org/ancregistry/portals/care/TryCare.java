package org.ancregistry.portals.care;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
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

/** The doctor's and the mother's pages to look at, on port 8124, with nothing behind them; with {@code tests}, hers are ordered. */
@Import(SharingUnderTest.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class
})
class TryCare {

    public static void main(String[] arguments) {
        CarePagesTests.hospitals("Base Hospital Demo", "Teaching Hospital Demo");
        CareUnderTest.REGISTRY
                .answers(CareUnderTest.SUMMARY, RiskPageTest.risky())
                .answers("Patient/_search", new Bundle())
                .answers("Encounter", new Bundle())
                .answers(CarePagesTests.CLINIC, CarePagesTests.clinicDays())
                .answers("ServiceRequest", FindPagesTest.referred());
        if (List.of(arguments).contains("tests")) {
            new TestsPageTest().order();
        }
        SpringApplication.run(
                TryCare.class,
                "--server.address=127.0.0.1",
                "--server.port=8124",
                "--anc.base-url=http://127.0.0.1:8124",
                "--anc.registry.url=" + CareUnderTest.REGISTRY.base());
    }

    @Bean
    FilterRegistrationBean<Filter> somebodyIsSignedIn() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var path = ((HttpServletRequest) request).getRequestURI();
            var person = path.startsWith("/mother") ? CareUnderTest.nimali() : CareUnderTest.selvarajah();
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(person, null, List.of()));
            chain.doFilter(request, response);
        });
        registration.setOrder(-50);
        return registration;
    }
}
