package org.ancregistry.operations.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Turns what was answered into what is stored. What was asked and denied becomes an Observation with the answer no; only
 * a yes makes a Condition, a MedicationStatement, an AllergyIntolerance or an Immunization.
 */
public final class AnswerResources {

    private static final Set<String> PRESSURES = Set.of("systolic", "diastolic", "repeat_systolic", "repeat_diastolic");
    private static final String NO_DANGER_SIGN = "danger_none";

    private final Observations observations;
    private final Facts facts;
    private final Confirmed confirmed;

    /** @param confirmed fields whose rare values the writer confirmed */
    public AnswerResources(ContactContext context, Set<String> confirmed) {
        this.confirmed = new Confirmed(confirmed, context);
        this.observations = new Observations(context);
        this.facts = new Facts(context);
    }

    public List<Resource> of(Answers answers) {
        var resources = new ArrayList<Resource>();
        pressure(answers, "systolic", "diastolic").ifPresent(resources::add);
        pressure(answers, "repeat_systolic", "repeat_diastolic").ifPresent(resources::add);
        answers.all().forEach((field, answer) -> {
            if (!PRESSURES.contains(field.name())) {
                resources.addAll(confirmed.mark(field, resources(field, answer)));
            }
        });
        return resources;
    }

    private Optional<Resource> pressure(Answers answers, String systolic, String diastolic) {
        var top = answers.number(systolic).orElse(null);
        var bottom = answers.number(diastolic).orElse(null);
        return top == null && bottom == null
                ? Optional.empty()
                : Optional.of(confirmed.mark(
                        List.of(systolic, diastolic), observations.bloodPressure(systolic, top, diastolic, bottom)));
    }

    private List<Resource> resources(DictionaryField field, Answer answer) {
        if (answer instanceof Answer.YesNo said) {
            return said.yes() ? yes(field) : no(field);
        }
        if (answer instanceof Answer.Measured measured && measured.value().signum() == 0 && isFact(field)) {
            return List.of(observations.of(field, Observations.quantity(measured.value(), measured.unit())));
        }
        if (answer instanceof Answer.Measured measured) {
            var dose = Observations.quantity(measured.value(), measured.unit());
            return List.of(isFact(field) ? facts.medicine(field, dose) : observations.of(field, dose));
        }
        if (answer instanceof Answer.ChosenAll several) {
            return Stream.concat(
                            several.answerCodes().stream().map(code -> chosen(field, code)),
                            several.texts().stream().map(text -> written(field, text)))
                    .toList();
        }
        return List.of(single(field, answer));
    }

    private Resource single(DictionaryField field, Answer answer) {
        if (answer instanceof Answer.Chosen one) {
            return chosen(field, one.answerCode());
        }
        if (answer instanceof Answer.Written written) {
            return written(field, written.text());
        }
        if (answer instanceof Answer.Counted counted) {
            return observations.of(field, new IntegerType(counted.value()));
        }
        var day = new DateTimeType(((Answer.Dated) answer).value().toString());
        return field.kind() == FieldKind.IMMUNIZATION ? facts.vaccine(field, day) : observations.of(field, day);
    }

    private List<Resource> yes(DictionaryField field) {
        return switch (field.kind()) {
            case CONDITION -> List.of(facts.illness(field));
            case MEDICATION -> List.of(facts.medicine(field, null));
            case IMMUNIZATION -> List.of(facts.vaccine(field, null));
            case DANGER_SIGN -> List.of(observations.dangerSign(field, question(field)));
            default -> List.of(observations.yesNo(field, true));
        };
    }

    /** "Not none" says nothing by itself: the sign that she has is stored. */
    private List<Resource> no(DictionaryField field) {
        return field.name().equals(NO_DANGER_SIGN) ? List.of() : List.of(observations.yesNo(field, false));
    }

    private static String question(DictionaryField sign) {
        return sign.question() == null ? sign.primary().code() : sign.question();
    }

    /** An answer that rules out all others, as "no known allergies" does, denies and is no fact of its own. */
    private Resource chosen(DictionaryField field, String code) {
        var denies =
                field.answer(code).filter(answer -> answer.excludesOthers()).isPresent();
        var value = Coded.answer(field, code);
        return denies || !isFact(field) ? observations.of(field, value) : facts.named(field, value);
    }

    private Resource written(DictionaryField field, String text) {
        if (isFact(field)) {
            return facts.named(field, new CodeableConcept().setText(text));
        }
        Type value = field.kind() == FieldKind.CODED ? new CodeableConcept().setText(text) : new StringType(text);
        return observations.of(field, value);
    }

    private static boolean isFact(DictionaryField field) {
        return field.kind() == FieldKind.MEDICATION || field.kind() == FieldKind.ALLERGY;
    }
}
