package org.ancregistry.operations.arrangeappointment;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$arrange-appointment}. */
public final class ArrangeAppointmentProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-arrange-appointment";
    private static final int LONGEST_REASON = 500;

    private final ArrangingAppointments arranging;

    public ArrangeAppointmentProvider(ArrangingAppointments arranging) {
        this.arranging = arranging;
    }

    @Operation(name = "$arrange-appointment", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters arrangeAppointment(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "appointment", max = 1) @Nullable Reference appointment,
            @OperationParam(name = "based-on", max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "start", max = 1) @Nullable DateTimeType start,
            @OperationParam(name = "place", max = 1) @Nullable Reference place,
            @OperationParam(name = "despite", max = -1) @Nullable List<CodeType> despite,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            @OperationParam(name = "missed", max = 1) @Nullable CodeType missed,
            @OperationParam(name = "schedule", max = 1) @Nullable Reference schedule,
            @OperationParam(name = "contact", max = 1) @Nullable DateType contact,
            @OperationParam(name = "note", max = 1) @Nullable StringType note,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("appointment", appointment)
                .with("based-on", basedOn)
                .with("start", start)
                .with("place", place)
                .withAll("despite", despite)
                .with("reason", reason)
                .with("missed", missed)
                .with("schedule", schedule)
                .with("contact", contact)
                .with("note", note);
        var day = day(start, place, despite);
        var missing = MissedGiven.of(missed, schedule, contact, basedOn, note);
        if (missing != null) {
            MissedGiven.requireOne(appointment, schedule, reason);
        } else if (appointment == null) {
            requireNone(basedOn, "based-on", "appointment");
            requireNone(reason, "reason", "appointment");
        }
        var asked = new ArrangeAppointment(
                Given.required(requestId, "request-id"),
                content.text(),
                patient,
                schedule == null ? old(appointment, basedOn, day) : null,
                day,
                day == null && missing == null ? Given.present(words(reason), "reason") : words(reason),
                missing);
        return arranging.arrange(Callers.of(request), asked);
    }

    /** What is said of something that is not there would be passed over. */
    static void requireNone(@Nullable Object given, String name, String of) {
        if (given != null) {
            throw Problem.PARAMETER_INVALID
                    .because("Parameter " + name + " belongs to " + of + ": send both or neither.")
                    .at(name);
        }
    }

    /** Without a day there must be something to call off. */
    private static ArrangeAppointment.@Nullable Old old(
            @Nullable Reference given, @Nullable StringType basedOn, ArrangeAppointment.@Nullable Day day) {
        var appointment = Given.local(given, "Appointment", "appointment");
        if (appointment == null && day == null) {
            throw Problem.PARAMETER_INVALID
                    .because("Say on which day she comes, or which appointment is called off.")
                    .at("start");
        }
        return appointment == null
                ? null
                : new ArrangeAppointment.Old(appointment, Given.required(basedOn, "based-on"));
    }

    private static ArrangeAppointment.@Nullable Day day(
            @Nullable DateTimeType start, @Nullable Reference place, @Nullable List<CodeType> despite) {
        if (start == null) {
            requireNone(place, "place", "start");
            requireNone(despite == null || despite.isEmpty() ? null : despite, "despite", "start");
            return null;
        }
        if (start.getValue() == null || start.getPrecision().compareTo(TemporalPrecisionEnum.DAY) <= 0) {
            throw Problem.PARAMETER_INVALID
                    .because("Say on which day she comes and at what time.")
                    .at("start");
        }
        return new ArrangeAppointment.Day(start, Given.local(place, "Organization", "place"), codes(despite));
    }

    private static Set<String> codes(@Nullable List<CodeType> despite) {
        var codes = despite == null
                ? Set.<String>of()
                : despite.stream().map(code -> Given.required(code, "despite")).collect(Collectors.toUnmodifiableSet());
        if (!FreeDays.CLASHES.containsAll(codes)) {
            throw Problem.PARAMETER_INVALID
                    .because("Say what stands against that day: " + String.join(" or ", FreeDays.CLASHES) + ".")
                    .at("despite");
        }
        return codes;
    }

    private static @Nullable String words(@Nullable StringType reason) {
        return words(reason, "reason");
    }

    static @Nullable String words(@Nullable StringType given, String name) {
        var words = Given.text(given);
        if (words != null && words.length() > LONGEST_REASON) {
            throw Problem.PARAMETER_INVALID
                    .because("Say why in at most " + LONGEST_REASON + " letters.")
                    .at(name);
        }
        return words;
    }
}
