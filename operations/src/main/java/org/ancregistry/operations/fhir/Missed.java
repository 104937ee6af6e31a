package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.pregnancy.MissedReason;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * That she did not come when she was expected. What was planned stays as it was planned: who wrote that she missed it, and
 * when, stands beside it.
 */
public final class Missed {

    static final String FROM = "from";
    private static final String URL = Canon.extension("anc-missed-contact");
    private static final String AT = "at";

    private Missed() {}

    /** Why, in a code and the words of staff. */
    public static CodeableConcept reason(MissedReason reason, @Nullable String words) {
        return Canon.concept("anc-missed-reason", reason.code()).setText(words);
    }

    public static void mark(Appointment appointment, CodeableConcept reason, DeskPapers papers) {
        appointment.setStatus(AppointmentStatus.NOSHOW).setCancelationReason(reason);
        written(appointment.addExtension(), papers);
    }

    /** She is still to come: the contact stays planned. */
    public static void mark(CarePlanActivityDetailComponent contact, CodeableConcept reason, DeskPapers papers) {
        var missed = contact.addExtension();
        missed.addExtension(FROM, contact.getScheduledPeriod().copy());
        missed.addExtension("reason", reason);
        written(missed, papers);
    }

    private static void written(Extension missed, DeskPapers papers) {
        missed.setUrl(URL);
        missed.addExtension("by", new Reference(papers.by()));
        missed.addExtension(AT, papers.when().copy());
    }

    /** When it was written; nothing where another system said no more than that she was not there. */
    public static Optional<DateTimeType> when(Appointment appointment) {
        return appointment.getExtensionsByUrl(URL).stream()
                .flatMap(missed -> at(missed).stream())
                .reduce((earlier, later) -> later);
    }

    static List<Extension> of(Element contact) {
        return contact.getExtensionsByUrl(URL);
    }

    static Optional<DateTimeType> at(Extension missed) {
        return Optional.ofNullable(missed.getExtensionByUrl(AT))
                .map(Extension::getValue)
                .filter(DateTimeType.class::isInstance)
                .map(DateTimeType.class::cast);
    }
}
