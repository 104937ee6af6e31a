package org.ancregistry.operations.recordvisit;

import java.util.List;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Transport;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Medicine;
import org.ancregistry.operations.recordvisit.RecordVisit.NextAppointment;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads those parameters of a visit that have parts. */
final class VisitParts {

    private VisitParts() {}

    static List<Medicine> medicines(List<ParametersParameterComponent> given) {
        return given.stream()
                .map(medicine -> new Medicine(
                        Given.present(Parts.text(medicine, "text"), "medication.text"),
                        Parts.text(medicine, "dose"),
                        Parts.text(medicine, "note")))
                .toList();
    }

    static @Nullable Referral referral(@Nullable ParametersParameterComponent given) {
        if (given == null) {
            return null;
        }
        var to = Given.local(Parts.reference(given, "to"), "Organization", "referral.to");
        return new Referral(
                Given.present(to, "referral.to"),
                urgent(Given.present(Parts.text(given, "urgency"), "referral.urgency")),
                Given.present(Parts.text(given, "reason"), "referral.reason"),
                transport(Parts.text(given, "transport")));
    }

    private static boolean urgent(String urgency) {
        return switch (urgency) {
            case "urgent" -> true;
            case "routine" -> false;
            default ->
                throw Problem.PARAMETER_INVALID
                        .because("A referral is routine or urgent.")
                        .at("referral.urgency");
        };
    }

    /** Nobody has to be asked: a referral waits for nothing. */
    private static @Nullable Transport transport(@Nullable String way) {
        if (way == null) {
            return null;
        }
        return Transport.of(way)
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because(
                                "She goes by ambulance (A), by her own or a hired vehicle (C), or by public transport (P).")
                        .at("referral.transport"));
    }

    static @Nullable NextAppointment next(@Nullable ParametersParameterComponent given) {
        if (given == null) {
            return null;
        }
        var start = Given.present(Parts.text(given, "start"), "next-appointment.start");
        var place = Given.local(Parts.reference(given, "place"), "Organization", "next-appointment.place");
        return new NextAppointment(new DateTimeType(start), place);
    }

    static @Nullable Correction correction(
            @Nullable Reference corrects, @Nullable CodeType correction, @Nullable StringType reason) {
        var contact = Given.local(corrects, "Encounter", "corrects");
        if (contact == null) {
            return null;
        }
        return new Correction(
                contact,
                inError(Given.required(correction, "correction")),
                Given.required(reason, "correction-reason"));
    }

    private static boolean inError(String correction) {
        return switch (correction) {
            case "entered-in-error" -> true;
            case "addendum" -> false;
            default ->
                throw Problem.PARAMETER_INVALID
                        .because("A correction is an addendum or entered-in-error.")
                        .at("correction");
        };
    }
}
