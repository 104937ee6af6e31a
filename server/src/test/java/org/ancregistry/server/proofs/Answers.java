package org.ancregistry.server.proofs;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The {@code answer} parameters of registrations and visits. */
final class Answers {

    private Answers() {}

    static ParametersParameterComponent of(String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        return answer;
    }

    static boolean isTo(ParametersParameterComponent parameter, String field) {
        return parameter.getName().equals("answer")
                && parameter.getPartFirstRep().getValue().primitiveValue().equals(field);
    }
}
