package org.ancregistry.operations.arrangeappointment;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ancregistry.domain.pregnancy.MissedReason;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Planned;
import org.ancregistry.operations.fhir.Missed;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of something that she missed. */
final class MissedGiven {

    private MissedGiven() {}

    static ArrangeAppointment.@Nullable Missed of(
            @Nullable CodeType missed,
            @Nullable Reference schedule,
            @Nullable DateType contact,
            @Nullable StringType basedOn,
            @Nullable StringType note) {
        var code = Given.text(missed);
        if (code == null) {
            ArrangeAppointmentProvider.requireNone(schedule, "schedule", "missed");
            ArrangeAppointmentProvider.requireNone(contact, "contact", "missed");
            ArrangeAppointmentProvider.requireNone(note, "note", "missed");
            return null;
        }
        var reason = reason(code);
        var words = ArrangeAppointmentProvider.words(note, "note");
        if (reason == MissedReason.OTHER) {
            Given.present(words, "note");
        }
        return new ArrangeAppointment.Missed(planned(schedule, contact, basedOn), Missed.reason(reason, words));
    }

    /** It is an appointment or a planned contact that she missed; what she reads belongs to what is called off. */
    static void requireOne(@Nullable Reference appointment, @Nullable Reference schedule, @Nullable StringType reason) {
        Given.present(schedule == null ? appointment : schedule, "appointment");
        ArrangeAppointmentProvider.requireNone(
                schedule == null ? null : appointment, "appointment", "an appointment that she missed");
        ArrangeAppointmentProvider.requireNone(reason, "reason", "an appointment that is moved or called off");
    }

    private static MissedReason reason(String code) {
        return MissedReason.of(code)
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say why she did not come: "
                                + Arrays.stream(MissedReason.values())
                                        .map(MissedReason::code)
                                        .collect(Collectors.joining(", "))
                                + ".")
                        .at("missed"));
    }

    private static @Nullable Planned planned(
            @Nullable Reference schedule, @Nullable DateType contact, @Nullable StringType basedOn) {
        var plan = Given.local(schedule, "CarePlan", "schedule");
        if (plan == null) {
            ArrangeAppointmentProvider.requireNone(contact, "contact", "schedule");
            return null;
        }
        return new Planned(
                plan, Given.required(basedOn, "based-on"), Given.present(Given.day(contact, "contact"), "contact"));
    }
}
