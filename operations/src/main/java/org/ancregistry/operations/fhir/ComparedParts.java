package org.ancregistry.operations.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.FieldComparison;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Lays two descriptions side by side in an answer, field by field, for a person to decide on. */
public final class ComparedParts {

    private static final int SCORE_DIGITS = 4;

    private ComparedParts() {}

    /** Adds the parts {@code score}, {@code grade}, {@code likely-relative} and a {@code field} for each field. */
    public static void add(ParametersParameterComponent to, Comparison comparison) {
        part(to, "score", new DecimalType(score(comparison)));
        part(to, "grade", new CodeType(comparison.grade().code()));
        part(to, "likely-relative", new BooleanType(comparison.likelyRelative()));
        comparison.fields().forEach(field -> field(to.addPart().setName("field"), field));
    }

    /** Rounded down, so that no answer is surer than the comparison was. */
    static BigDecimal score(Comparison comparison) {
        return BigDecimal.valueOf(comparison.score()).setScale(SCORE_DIGITS, RoundingMode.DOWN);
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
