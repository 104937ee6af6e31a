package org.ancregistry.server.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The registration of a mother whom eSignet has verified, as the midwife's pages send it. */
final class Registration {

    static final String PATH = "/Patient/$register-anc";

    private Registration() {}

    static Template template() {
        var asked = new Parameters();
        asked.addParameter("request-id", "request-@number@");
        asked.addParameter("draft", "draft-@number@");
        asked.addParameter("evidence", "evidence-@number@");
        asked.addParameter("phn-decision", new CodeType("issue-new"));
        asked.addParameter().setName("person").setResource(declared());
        answer(asked, "gravida", new IntegerType(2));
        answer(asked, "parity", new IntegerType(1));
        answer(
                asked,
                "lmp",
                new DateType(LocalDate.now(ZoneOffset.UTC).minusWeeks(12).toString()));
        answer(asked, "height", quantity(155, "cm"));
        answer(asked, "weight", quantity(58, "kg"));
        answer(asked, "systolic", new IntegerType(112));
        answer(asked, "diastolic", new IntegerType(74));
        answer(asked, "haemoglobin", quantity(11, "g/dL"));
        answer(asked, "hx_dm2", new BooleanType(false));
        answer(asked, "hx_hypertension", new BooleanType(true));
        answer(asked, "prev_pph", new BooleanType(false));
        var consent = asked.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        consent.addPart().setName("spoken").setValue(new BooleanType(true));
        return new Template(Visitor.FHIR.newJsonParser().encodeResourceToString(asked));
    }

    /** What eSignet does not tell: her phone, which is different for each. */
    private static Patient declared() {
        var person = new Patient();
        person.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("@phone@");
        return person;
    }

    static void answer(Parameters asked, String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        asked.addParameter(answer);
    }

    static Quantity quantity(int value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
    }
}
