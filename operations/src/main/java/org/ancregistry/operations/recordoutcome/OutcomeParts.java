package org.ancregistry.operations.recordoutcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Child;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Correction;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Ending;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that say how a pregnancy ended. */
final class OutcomeParts {

    private static final int WHOLE_DATE = "2000-01-01".length();
    private static final String WEIGHT = "birth-weight";

    private OutcomeParts() {}

    static List<ParametersParameterComponent> all(@Nullable List<ParametersParameterComponent> given) {
        return given == null ? List.of() : given;
    }

    static @Nullable Ending ending(
            @Nullable CodeType outcome,
            @Nullable DateType date,
            List<ParametersParameterComponent> answers,
            List<ParametersParameterComponent> children,
            @Nullable StringType note) {
        var said = Given.text(outcome);
        return said == null
                ? null
                : new Ending(
                        kind(said),
                        day(Given.required(date, "date")),
                        answers,
                        children.stream().map(OutcomeParts::child).toList(),
                        Given.text(note));
    }

    private static EndKind kind(String code) {
        return EndKind.of(code)
                .filter(kind -> kind != EndKind.BIRTH_AND_LOSS)
                .orElseThrow(() -> wrong("outcome", "Say how the pregnancy ended with one of the codes of the guide."));
    }

    private static LocalDate day(String date) {
        if (date.length() != WHOLE_DATE) {
            throw wrong("date", "Give the whole date, day and month too.");
        }
        return LocalDate.parse(date);
    }

    private static Child child(ParametersParameterComponent given) {
        var newborn = new Newborn(
                Given.present(Parts.text(given, "outcome"), "child.outcome"),
                Parts.text(given, "sex"),
                weight(given),
                Parts.text(given, "condition"));
        return new Child(newborn, Parts.isTrue(given, "confirmed") ? Set.of("birth_weight") : Set.of());
    }

    private static @Nullable BigDecimal weight(ParametersParameterComponent given) {
        return Optional.ofNullable(Parts.value(given, WEIGHT))
                .map(OutcomeParts::kilograms)
                .orElse(null);
    }

    /** In kg, as the dictionary has it. */
    private static BigDecimal kilograms(Object value) {
        if (value instanceof Quantity weight && weight.hasValue()) {
            var unit = weight.hasCode() ? weight.getCode() : weight.getUnit();
            if ("g".equals(unit)) {
                return weight.getValue().movePointLeft(3).stripTrailingZeros();
            } else if ("kg".equals(unit)) {
                return weight.getValue();
            }
        }
        throw wrong("child." + WEIGHT, "Give the birth weight in g or kg.");
    }

    static @Nullable Correction correction(@Nullable Reference corrects, @Nullable StringType reason) {
        var contact = Given.local(corrects, "Encounter", "corrects");
        return contact == null ? null : new Correction(contact, Given.required(reason, "correction-reason"));
    }

    private static Refusal wrong(String parameter, String why) {
        return Problem.PARAMETER_INVALID.because(why).at(parameter);
    }
}
