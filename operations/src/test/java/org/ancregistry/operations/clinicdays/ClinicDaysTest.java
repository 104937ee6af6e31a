package org.ancregistry.operations.clinicdays;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Clinics;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.TimeType;
import org.junit.jupiter.api.Test;

class ClinicDaysTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneId.of("Asia/Colombo"));
    private int readings;

    @Test
    void saysTheTimeAsFhirWritesItWhetherOrNotItHasSeconds() {
        assertThat(first(days("08:30:00"), "opens")).isEqualTo("08:30:00");
        assertThat(first(days("08:30:15"), "opens")).isEqualTo("08:30:15");
    }

    @Test
    void readsTheFacilityOnce() {
        assertThat(first(days("08:30:00"), "date")).isEqualTo("2026-11-26");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void knowsNoFacilityThatIsNotThere() {
        var none = new ClinicDaysProvider(clinics(Optional.empty()), clock);
        assertThat(Refused.problemOf(() -> none.clinicDays(new IdType("Organization/none"), null, asking())))
                .isEqualTo(Problem.NOT_FOUND);
    }

    private Parameters days(String opens) {
        var told = new Extension("https://ancregistry.org/fhir/StructureDefinition/anc-clinic-days");
        told.addExtension("day", new CodeType("thu"));
        told.addExtension("opens", new TimeType(opens));
        told.addExtension("places", new PositiveIntType(30));
        var hospital = new Organization();
        hospital.addExtension(told);
        return new ClinicDaysProvider(clinics(Optional.of(hospital)), clock)
                .clinicDays(new IdType(Staff.HOSPITAL), new DateType("2026-11-23"), asking());
    }

    private Clinics clinics(Optional<Organization> facility) {
        return new Clinics() {
            @Override
            public Optional<Organization> facility(String asked) {
                readings++;
                return facility;
            }

            @Override
            public Map<LocalDate, Integer> booked(String asked, LocalDate from, LocalDate to) {
                return Map.of();
            }
        };
    }

    private static SystemRequestDetails asking() {
        var request = new SystemRequestDetails();
        request.getUserData().put(Caller.class, Staff.doctor());
        return request;
    }

    private static String first(Parameters answer, String part) {
        return answer.getParameterFirstRep().getPart().stream()
                .filter(one -> one.getName().equals(part))
                .map(ParametersParameterComponent::getValue)
                .map(value -> value.primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
