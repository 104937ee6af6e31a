package org.ancregistry.operations.matchphn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ancregistry.domain.matching.FieldComparison;
import org.ancregistry.domain.phn.PhnCheck;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The candidates side by side with the woman who is present; nothing is chosen beforehand. */
final class MatchAnswer {

    private static final int SCORE_DIGITS = 4;

    private MatchAnswer() {}

    static Parameters of(List<Candidate> candidates) {
        var answer = new Parameters();
        candidates.forEach(candidate -> add(answer.addParameter().setName("candidate"), candidate));
        return answer;
    }

    /** Says that no known check character vouches for the number. */
    static Parameters withUnknownCheck(Parameters answer) {
        answer.addParameter().setName("warning").setValue(new CodeType(PhnCheck.UNKNOWN));
        return answer;
    }

    private static void add(ParametersParameterComponent to, Candidate candidate) {
        var comparison = candidate.comparison();
        if (candidate.patient() != null) {
            part(to, "patient", new Reference(candidate.patient()));
        }
        if (candidate.phn() != null) {
            part(to, "phn", Phns.identifier(candidate.phn()));
        }
        var score = BigDecimal.valueOf(comparison.score()).setScale(SCORE_DIGITS, RoundingMode.DOWN);
        part(to, "score", new DecimalType(score));
        part(to, "grade", new CodeType(comparison.grade().code()));
        part(to, "likely-relative", new BooleanType(comparison.likelyRelative()));
        comparison.fields().forEach(field -> field(to.addPart().setName("field"), field));
    }

    private static void field(ParametersParameterComponent to, FieldComparison field) {
        part(to, "name", new CodeType(field.name()));
        text(to, "given", field.given());
        text(to, "recorded", field.recorded());
        part(to, "result", new CodeType(field.result().code()));
    }

    private static void text(ParametersParameterComponent to, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            part(to, name, new StringType(value));
        }
    }

    private static void part(ParametersParameterComponent to, String name, Type value) {
        to.addPart().setName(name).setValue(value);
    }
}
