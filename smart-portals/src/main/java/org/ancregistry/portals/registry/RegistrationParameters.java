package org.ancregistry.portals.registry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Writes a registration as the operation reads it. What was not asked is left out; a no is sent as false. */
final class RegistrationParameters {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";

    private final Parameters parameters = new Parameters();

    private RegistrationParameters() {}

    static Parameters of(Registration registration) {
        var writing = new RegistrationParameters();
        writing.string("request-id", registration.requestId());
        writing.identity(registration.identity());
        writing.parameters
                .addParameter()
                .setName("person")
                .setResource(registration.person().patient());
        writing.decision(registration.decision());
        writing.code("phone-shared", registration.visit().phoneShared());
        answers(writing.parameters, registration.answers(), registration.confirmed());
        writing.consent(registration.consent());
        writing.code("contact-type", registration.visit().contactType());
        return writing.parameters;
    }

    /** Adds one parameter for each fact. */
    static void answers(Parameters parameters, Map<String, Answer> answers, Set<String> confirmed) {
        answers.forEach((field, answer) -> values(answer).forEach(value -> {
            var part = parameters.addParameter().setName("answer");
            part.addPart().setName("field").setValue(new CodeType(field));
            part.addPart().setName("value").setValue(value);
            if (confirmed.contains(field)) {
                part.addPart().setName("confirmed").setValue(new BooleanType(true));
            }
        }));
    }

    private static Stream<Type> values(Answer answer) {
        if (answer instanceof Answer.ChosenAll several) {
            return Stream.concat(
                    several.answerCodes().stream().map(CodeType::new),
                    several.texts().stream().map(StringType::new));
        }
        return Stream.of(value(answer));
    }

    private static Type value(Answer answer) {
        if (answer instanceof Answer.Measured measured) {
            return quantity(measured.value(), measured.unit());
        }
        if (answer instanceof Answer.Counted counted) {
            return new IntegerType(counted.value());
        }
        if (answer instanceof Answer.YesNo said) {
            return new BooleanType(said.yes());
        }
        if (answer instanceof Answer.Dated dated) {
            return new DateType(dated.value().toString());
        }
        if (answer instanceof Answer.Chosen chosen) {
            return new CodeType(chosen.answerCode());
        }
        return new StringType(((Answer.Written) answer).text());
    }

    private static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
    }

    private void identity(Registration.Identity identity) {
        string("draft", identity.draft());
        string("evidence", identity.evidence());
        code("unverified-reason", identity.unverifiedReason());
    }

    private void decision(Registration.PhnDecision decision) {
        code("phn-decision", decision.code());
        string("phn", decision.phn());
        decision.differentFrom()
                .forEach(record ->
                        parameters.addParameter().setName("different-from").setValue(reference(record)));
        if (decision.updateAddress()) {
            parameters.addParameter("update-address", true);
        }
    }

    /** To a record, or to the number of one that only the country's directory knows. */
    private static Reference reference(String record) {
        return record.startsWith(Comparison.BY_NUMBER)
                ? new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(PHN)
                                .setValue(record.substring(Comparison.BY_NUMBER.length())))
                : new Reference(record);
    }

    private void consent(Registration.RecordConsent consent) {
        var part = parameters.addParameter().setName("consent");
        part.addPart().setName("permit").setValue(new BooleanType(consent.permit()));
        part.addPart().setName("spoken").setValue(new BooleanType(consent.spoken()));
    }

    private void string(String name, @Nullable String value) {
        if (value != null) {
            parameters.addParameter(name, value);
        }
    }

    private void code(String name, @Nullable String value) {
        if (value != null) {
            parameters.addParameter().setName(name).setValue(new CodeType(value));
        }
    }
}
