package org.ancregistry.operations.recordvisit;

import java.util.List;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Transport;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is to be written down.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param basedOn version of the pregnancy's record that the writer had before her
 * @param when when the contact took place
 * @param type a code of anc-contact-type
 * @param answers findings
 * @param medications medicines given or prescribed
 * @param note what the writer has to say in her own words
 * @param referral to whom she is sent, if to anybody
 * @param next when she is expected again
 * @param correction of which earlier contact this speaks
 */
record RecordVisit(
        String requestId,
        String content,
        String patient,
        String basedOn,
        DateTimeType when,
        String type,
        List<ParametersParameterComponent> answers,
        List<Medicine> medications,
        @Nullable String note,
        @Nullable Referral referral,
        @Nullable NextAppointment next,
        @Nullable Correction correction) {

    RecordVisit {
        answers = List.copyOf(answers);
        medications = List.copyOf(medications);
    }

    /** A medicine in the writer's words. */
    record Medicine(
            String text, @Nullable String dose, @Nullable String note) {}

    /**
     * Where she is sent.
     *
     * @param to {@code Organization/…}
     * @param transport how she gets there, once somebody has asked
     */
    record Referral(
            String to,
            boolean urgent,
            String reason,
            @Nullable Transport transport) {}

    /**
     * When she is expected again.
     *
     * @param place {@code Organization/…}; the writer's own facility when it is absent
     */
    record NextAppointment(DateTimeType start, @Nullable String place) {}

    /**
     * What is wrong with an earlier contact.
     *
     * @param contact {@code Encounter/…}
     * @param inError whether that contact does not count any more; otherwise something is added to it
     */
    record Correction(String contact, boolean inError, String reason) {}

    /** Whether an earlier contact is only struck out and none takes its place. */
    boolean onlyStrikesOut() {
        return correction != null && correction.inError() && saysNothing();
    }

    private boolean saysNothing() {
        return answers.isEmpty() && medications.isEmpty() && note == null && referral == null && next == null;
    }

    /** Whether she is sent to hospital at once. */
    boolean sendsHerUrgently() {
        return referral != null && referral.urgent();
    }

    /** Whether she was called and not seen. */
    boolean isCall() {
        return Contacts.PHONE.equals(type);
    }

    /** Whether something is added to an earlier contact. */
    boolean adds() {
        return correction != null && !correction.inError();
    }
}
