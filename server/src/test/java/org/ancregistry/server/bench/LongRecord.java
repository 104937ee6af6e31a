package org.ancregistry.server.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/** Fills one mother's record with visit after visit, as her midwife would. */
final class LongRecord {

    private LongRecord() {}

    /**
     * Records the visits.
     *
     * @param patient {@code Patient/…}
     * @param version of the pregnancy as registered
     */
    static void of(String patient, String version, int visits, Visitor midwife) {
        var basedOn = version;
        for (var visit = 1; visit <= visits; visit++) {
            var asked = visit(visit, basedOn, patient);
            var json = Visitor.FHIR.newJsonParser().encodeResourceToString(asked);
            var answer = midwife.answer(Parameters.class, midwife.post("/" + patient + "/$record-anc-visit", json));
            basedOn = answer.getParameter("version").getValue().primitiveValue();
        }
    }

    private static Parameters visit(int number, String basedOn, String patient) {
        var asked = new Parameters();
        asked.addParameter("request-id", "visit-" + number + "-" + patient.replace('/', '-'));
        asked.addParameter("based-on", basedOn);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        asked.addParameter("contact-date", new DateTimeType(Date.from(now)));
        asked.addParameter("contact-type", new CodeType("field-clinic"));
        Registration.answer(asked, "weight", Registration.quantity(58 + number % 9, "kg"));
        Registration.answer(asked, "systolic", new IntegerType(110 + number % 9));
        Registration.answer(asked, "diastolic", new IntegerType(70 + number % 9));
        Registration.answer(asked, "haemoglobin", Registration.quantity(11, "g/dL"));
        Registration.answer(asked, "fundal_height", Registration.quantity(24, "cm"));
        Registration.answer(asked, "danger_fever", new BooleanType(false));
        var medication = asked.addParameter().setName("medication");
        medication.addPart().setName("text").setValue(new StringType("Iron and folic acid"));
        return asked;
    }
}
