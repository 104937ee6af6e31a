package org.ancregistry.server.proofs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A {@code $register-anc} request as the midwife's portal makes it, with a draft and a request id of its own. */
final class Registration {

    static final String PATH = "/Patient/$register-anc";

    private final String requestId = "request-" + UUID.randomUUID();
    private final Parameters asked = new Parameters();

    private Registration(String draft) {
        asked.addParameter("request-id", new StringType(requestId));
        asked.addParameter("draft", new StringType(draft));
    }

    /** With the mother's own authentication. */
    static Registration verified(String draft, String evidence) {
        var registration = new Registration(draft);
        registration.asked.addParameter("evidence", new StringType(evidence));
        registration.consent(false);
        return registration.decided("issue-new").due();
    }

    /** Of a woman who has no phone for her sign-in with her: she tells who she is and says that she agrees. */
    static Registration told(Woman woman) {
        var registration = new Registration("draft-" + UUID.randomUUID());
        registration.asked.addParameter("unverified-reason", new CodeType("no-phone"));
        registration.asked.addParameter().setName("person").setResource(woman.told());
        registration.consent(true);
        return registration.decided("issue-new").due();
    }

    private void consent(boolean spoken) {
        var consent = asked.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        consent.addPart().setName("spoken").setValue(new BooleanType(spoken));
        asked.addParameter("contact-type", new CodeType("field-clinic"));
    }

    /** The least that a registration tells of the pregnancy, twelve weeks of it. */
    private Registration due() {
        return answer("gravida", new IntegerType(2))
                .answer("parity", new IntegerType(1))
                .answer(
                        "lmp",
                        new DateType(LocalDate.now(ZoneId.of("Asia/Colombo"))
                                .minusWeeks(12)
                                .toString()));
    }

    Registration decided(String decision) {
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        asked.addParameter("phn-decision", new CodeType(decision));
        return this;
    }

    /** With the number on a card that she brought. */
    Registration withCard(String phn) {
        asked.addParameter("phn", new StringType(phn));
        return decided("use-existing");
    }

    /** Answers a question, in place of an earlier answer to it. */
    Registration answer(String field, Type value) {
        return answer(field, List.of(value));
    }

    /** As if it had not been asked. */
    Registration leaveOut(String field) {
        asked.getParameter().removeIf(parameter -> Answers.isTo(parameter, field));
        return this;
    }

    /** All of several answers to one question. */
    Registration answer(String field, List<Type> values) {
        leaveOut(field);
        values.forEach(value -> asked.addParameter(Answers.of(field, value)));
        return this;
    }

    String requestId() {
        return requestId;
    }

    Parameters asked() {
        return asked;
    }
}
