package org.ancregistry.operations.clinicdays;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.ClinicWeek;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Clinics;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.ClinicWeeks;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.TimeType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Organization/{id}/$clinic-days}: numbers only, of nobody. */
public final class ClinicDaysProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-clinic-days";
    private static final int DAYS = 8;
    private static final int WHOLE_DATE = "2000-01-01".length();

    private final Clinics clinics;
    private final Clock clock;

    public ClinicDaysProvider(Clinics clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    @Operation(name = "$clinic-days", type = Organization.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters clinicDays(
            @IdParam IdType id,
            @OperationParam(name = "from", max = 1) @Nullable DateType from,
            RequestDetails request) {
        Callers.require(Callers.of(request), Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE);
        var facility = "Organization/" + id.getIdPart();
        var unit =
                clinics.facility(facility).orElseThrow(() -> Problem.NOT_FOUND.because("There is no such facility."));
        var answer = new Parameters();
        ClinicWeeks.of(unit).ifPresent(week -> add(answer, facility, week, day(from)));
        return answer;
    }

    private void add(Parameters answer, String facility, ClinicWeek week, LocalDate from) {
        var days = week.from(from, DAYS);
        var booked = clinics.booked(facility, days.get(0), days.get(days.size() - 1));
        for (var day : days) {
            var part = answer.addParameter().setName("day");
            part.addPart().setName("date").setValue(new DateType(day.toString()));
            part.addPart().setName("opens").setValue(new TimeType(ISO_LOCAL_TIME.format(week.opens())));
            part.addPart().setName("places").setValue(new IntegerType(week.places()));
            part.addPart().setName("booked").setValue(new IntegerType(booked.getOrDefault(day, 0)));
        }
    }

    private LocalDate day(@Nullable DateType from) {
        if (from == null || from.getValueAsString() == null) {
            return LocalDate.now(clock);
        }
        if (from.getValueAsString().length() < WHOLE_DATE) {
            throw Problem.PARAMETER_INVALID
                    .because("Say a whole date, like 2026-11-26.")
                    .at("from");
        }
        return LocalDate.parse(from.getValueAsString());
    }
}
