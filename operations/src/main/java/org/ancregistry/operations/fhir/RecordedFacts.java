package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.rules.Fact;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Reads stored findings as facts that the clinical rules understand. What is struck out is no fact. */
public final class RecordedFacts {

    private static final String IN_ERROR = "entered-in-error";

    private final ZoneId zone;

    /** @param zone in which the day of a contact begins */
    public RecordedFacts(ZoneId zone) {
        this.zone = zone;
    }

    /** All facts; several answers of one day to a question that takes several are one fact. */
    public List<Fact> of(Collection<? extends Resource> resources) {
        var facts = new ArrayList<Fact>();
        var several = new LinkedHashMap<String, Fact>();
        resources.stream().flatMap(resource -> of(resource).stream()).forEach(fact -> {
            if (Dictionary.anc().require(fact.name()).repeats()) {
                several.merge(fact.name() + fact.on(), fact, RecordedFacts::together);
            } else {
                facts.add(fact);
            }
        });
        facts.addAll(several.values());
        return facts;
    }

    private static Fact together(Fact one, Fact other) {
        var codes = Stream.of(one, other)
                .flatMap(fact -> codes(fact.value()))
                .distinct()
                .toList();
        return codes.isEmpty() ? one : new Fact(one.name(), new Answer.ChosenAll(codes), one.on());
    }

    private static Stream<String> codes(Answer answer) {
        if (answer instanceof Answer.Chosen one) {
            return Stream.of(one.answerCode());
        }
        return answer instanceof Answer.ChosenAll all ? all.answerCodes().stream() : Stream.of();
    }

    /** The finding as if it had been told at that moment: what is added to a contact counts as of the contact. */
    public static Resource asOf(DateTimeType moment, Resource finding) {
        if (finding instanceof Observation observation) {
            return observation.copy().setEffective(moment.copy());
        } else if (finding instanceof Condition illness) {
            return illness.copy().setRecordedDateElement(moment.copy());
        } else if (finding instanceof Immunization given) {
            return given.copy().setRecordedElement(moment.copy());
        }
        return finding;
    }

    /** The facts that one resource holds. */
    public List<Fact> of(Resource resource) {
        if (resource instanceof Observation observation
                && observation.getStatus() != ObservationStatus.ENTEREDINERROR) {
            return observation.hasEffectiveDateTimeType() ? observed(observation) : List.of();
        }
        if (resource instanceof Condition illness && !isInError(illness) && illness.hasRecordedDate()) {
            return fact(illness.getCode(), new Answer.YesNo(true), illness.getRecordedDate()).stream()
                    .toList();
        }
        return resource instanceof Immunization given ? vaccine(given).stream().toList() : List.of();
    }

    private static boolean isInError(Condition illness) {
        return illness.getVerificationStatus().getCoding().stream()
                .anyMatch(coding -> IN_ERROR.equals(coding.getCode()));
    }

    private List<Fact> observed(Observation observation) {
        var on = observation.getEffectiveDateTimeType().getValue();
        if (observation.hasComponent()) {
            return observation.getComponent().stream()
                    .filter(part -> part.hasValue())
                    .flatMap(part ->
                            answer(part.getValue()).stream().flatMap(value -> fact(part.getCode(), value, on).stream()))
                    .toList();
        }
        var sign = observation.getValue() instanceof CodeableConcept concept
                ? fact(concept, new Answer.YesNo(true), on)
                : Optional.<Fact>empty();
        return sign
                .or(() -> Optional.ofNullable(observation.getValue())
                        .flatMap(RecordedFacts::answer)
                        .flatMap(value -> fact(observation.getCode(), value, on)))
                .stream()
                .toList();
    }

    private Optional<Fact> vaccine(Immunization given) {
        if (!given.hasOccurrenceDateTimeType() || given.getStatus() != Immunization.ImmunizationStatus.COMPLETED) {
            return Optional.empty();
        }
        var day = given.getOccurrenceDateTimeType();
        return fact(
                given.getVaccineCode(),
                new Answer.Dated(written(day)),
                given.hasRecorded() ? given.getRecorded() : day.getValue());
    }

    private Optional<Fact> fact(CodeableConcept question, Answer answer, Date at) {
        return field(question).map(field -> new Fact(field.name(), answer, day(at)));
    }

    /** WHO's codes first: they tell a second reading from the first, which LOINC does not. */
    private static Optional<DictionaryField> field(CodeableConcept question) {
        return codes(question)
                .flatMap(code -> Dictionary.anc().fieldOf(code).stream())
                .findFirst()
                .or(() -> codes(question)
                        .flatMap(code -> Dictionary.anc().fieldOfLoinc(code).stream())
                        .findFirst());
    }

    private static Stream<Code> codes(CodeableConcept question) {
        return question.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new Code(coding.getSystem(), coding.getCode()));
    }

    private LocalDate day(Date at) {
        return at.toInstant().atZone(zone).toLocalDate();
    }

    private static LocalDate written(DateTimeType day) {
        var text = Objects.requireNonNull(day.getValueAsString());
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-01-01");
            case 7 -> LocalDate.parse(text + "-01");
            default -> LocalDate.parse(text.substring(0, "2000-01-01".length()));
        };
    }

    private static Optional<Answer> answer(Type value) {
        if (value instanceof Quantity quantity && quantity.hasValue() && !quantity.hasComparator()) {
            var unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
            return Optional.of(new Answer.Measured(quantity.getValue(), unit == null ? "" : unit));
        }
        if (value instanceof IntegerType count) {
            return Optional.of(new Answer.Counted(count.getValue()));
        }
        if (value instanceof BooleanType said) {
            return Optional.of(new Answer.YesNo(said.booleanValue()));
        }
        if (value instanceof DateTimeType day) {
            return Optional.of(new Answer.Dated(written(day)));
        }
        if (value instanceof CodeableConcept concept) {
            return Optional.of(
                    concept.hasCoding()
                            ? new Answer.Chosen(concept.getCodingFirstRep().getCode())
                            : new Answer.Written(concept.getText()));
        }
        return Optional.ofNullable(value.primitiveValue()).map(Answer.Written::new);
    }
}
