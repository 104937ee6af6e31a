package org.ancregistry.portals.midwife;

import jakarta.servlet.Filter;
import java.util.List;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The midwife's pages to look at, on port 8123, with nothing behind them: run it from an IDE, open
 * {@code http://127.0.0.1:8123/midwife}. Opening {@code …/identity-checks/start} plays a mother who proves who she is.
 */
@Import(MidwifeUnderTest.class)
@ImportAutoConfiguration({
    ErrorMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class
})
class TryMidwife {

    public static void main(String[] arguments) {
        var registry = MidwifeUnderTest.REGISTRY;
        registry.answers("Patient/$match-phn", MidwifeUnderTest.comparison(MidwifeUnderTest.PHN));
        registry.answers("Patient/$register-anc", MidwifeUnderTest.registered(MidwifeUnderTest.PHN));
        registry.answers("Patient/$anc-work-list", MidwifeUnderTest.workList());
        registry.answers("Task", new Bundle());
        registry.answers("Organization", LaterPagesTest.areas());
        var patient = FakeRegistry.patient("34", "Nimali Sanduni Perera", MidwifeUnderTest.PHN);
        patient.addName()
                .setText("නිමාලි සඳුනි පෙරේරා")
                .addExtension(
                        "http://hl7.org/fhir/StructureDefinition/language", new org.hl7.fhir.r4.model.CodeType("si"));
        registry.answers("Patient/34", patient);
        SpringApplication.run(
                TryMidwife.class,
                "--server.address=127.0.0.1",
                "--server.port=8123",
                "--anc.base-url=http://127.0.0.1:8123",
                "--anc.registry.url=" + registry.base());
    }

    @Bean
    FilterRegistrationBean<Filter> fernandoIsSignedIn(Drafts drafts) {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var http = (jakarta.servlet.http.HttpServletRequest) request;
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(MidwifeUnderTest.fernando(), null, List.of()));
            if (http.getRequestURI().equals("/identity-checks/start")) {
                var draft = http.getParameter("draft");
                var evidence = MidwifeUnderTest.nimali(draft, MidwifeUnderTest.NOW.plusSeconds(1500));
                MidwifeUnderTest.EVIDENCES.keep(evidence);
                drafts.evidence(evidence);
                ((jakarta.servlet.http.HttpServletResponse) response)
                        .sendRedirect("/midwife/registrations/" + draft + "/identity?result=verified");
                return;
            }
            chain.doFilter(request, response);
        });
        registration.setOrder(-50);
        return registration;
    }
}
