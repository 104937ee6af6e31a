package org.ancregistry.server.proofs;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A {@code $record-anc-visit} request as a portal makes it. */
final class Visit {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    private final Parameters asked = new Parameters();

    /** @param version of the pregnancy's record that the writer saw */
    Visit(String version, String contactType) {
        asked.addParameter("request-id", new StringType("visit-" + UUID.randomUUID()));
        asked.addParameter("based-on", new StringType(version));
        asked.addParameter("contact-date", moment(0));
        asked.addParameter("contact-type", new CodeType(contactType));
    }

    static String path(String patient) {
        return "/" + patient + "/$record-anc-visit";
    }

    Visit answer(String field, List<Type> values) {
        asked.getParameter().removeIf(parameter -> Answers.isTo(parameter, field));
        values.forEach(value -> asked.addParameter(Answers.of(field, value)));
        return this;
    }

    /** Medicine, note, referral and appointment: all that may follow from a contact. */
    Visit withAllThatFollows(String hospital) {
        var medicine = asked.addParameter().setName("medication");
        medicine.addPart().setName("text").setValue(new StringType("Methyldopa 250 mg"));
        medicine.addPart().setName("dose").setValue(new StringType("three times a day"));
        medicine.addPart().setName("note").setValue(new StringType("until the next visit"));
        asked.addParameter("note", new StringType("Came with her sister."));
        var referral = asked.addParameter().setName("referral");
        referral.addPart().setName("to").setValue(new Reference(hospital));
        referral.addPart().setName("urgency").setValue(new CodeType("urgent"));
        referral.addPart().setName("reason").setValue(new StringType("High blood pressure"));
        var next = asked.addParameter().setName("next-appointment");
        next.addPart().setName("start").setValue(moment(14));
        next.addPart().setName("place").setValue(new Reference(hospital));
        return this;
    }

    /** Says that an earlier contact lacked something, or was not hers. */
    Visit correcting(String contact, String how) {
        asked.addParameter("corrects", new Reference(contact));
        asked.addParameter("correction", new CodeType(how));
        asked.addParameter("correction-reason", new StringType("Read from the wrong card."));
        return this;
    }

    Parameters asked() {
        return asked;
    }

    private static DateTimeType moment(int days) {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(COLOMBO).plusDays(days).truncatedTo(ChronoUnit.SECONDS)));
    }
}
