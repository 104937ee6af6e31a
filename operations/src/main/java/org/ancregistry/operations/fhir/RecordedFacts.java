package org.ancregistry.operations.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.rules.Fact;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored findings as facts that the clinical rules understand. What is struck out, refuted or not yet final is no
 * fact.
 */
public final class RecordedFacts {

    private static final Optional<Answer> YES = Optional.of(new Answer.YesNo(true));
    private static final Set<String> DENIED = Set.of("entered-in-error", "refuted");
    private static final Set<ObservationStatus> SO =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private final ZoneId zone;

    /** @param zone in which the day of a contact begins */
    public RecordedFacts(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * All facts, what was found last first: the rules keep that order among those of one day. Several answers of one day to
     * a question that takes several are one fact.
     */
    public List<Fact> of(Collection<? extends Resource> resources) {
        var facts = new ArrayList<Fact>();
        var several = new LinkedHashMap<String, Fact>();
        resources.stream()
                .sorted(newestFirst())
                .flatMap(resource -> of(resource).stream())
                .forEach(fact -> {
                    if (Dictionary.anc().require(fact.name()).repeats()) {
                        several.merge(fact.name() + fact.on(), fact, RecordedFacts::together);
                    } else {
                        facts.add(fact);
                    }
                });
        facts.addAll(several.values());
        return facts;
    }

    /** An illness comes before its denial of the same moment. */
    private Comparator<Resource> newestFirst() {
        return Comparator.comparing(this::moment)
                .reversed()
                .thenComparing(resource -> !(resource instanceof Condition));
    }

    private Instant moment(Resource resource) {
        return FoundAt.of(resource).map(at -> at.moment(zone)).orElse(Instant.MIN);
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
        return FoundAt.of(resource).map(at -> of(resource, at.day(zone))).orElse(List.of());
    }

    private static List<Fact> of(Resource resource, LocalDate on) {
        if (resource instanceof Observation observation) {
            return isSo(observation) ? observed(observation, on) : List.of();
        }
        if (resource instanceof Condition illness) {
            return isDenied(illness) ? List.of() : facts(illness.getCode(), field -> YES, on);
        }
        return resource instanceof Immunization given && given.getStatus() == ImmunizationStatus.COMPLETED
                ? vaccine(given, on)
                : List.of();
    }

    private static boolean isSo(Observation observation) {
        return observation.getStatus() != null && SO.contains(observation.getStatus());
    }

    private static boolean isDenied(Condition illness) {
        return illness.getVerificationStatus().getCoding().stream()
                .anyMatch(coding -> DENIED.contains(String.valueOf(coding.getCode())));
    }

    private static List<Fact> observed(Observation observation, LocalDate on) {
        if (observation.hasComponent()) {
            return observation.getComponent().stream()
                    .flatMap(part -> answered(part.getCode(), part.getValue(), on).stream())
                    .toList();
        }
        var sign = observation.getValue() instanceof CodeableConcept concept
                ? facts(concept, field -> YES, on)
                : List.<Fact>of();
        return sign.isEmpty() ? answered(observation.getCode(), observation.getValue(), on) : sign;
    }

    private static List<Fact> vaccine(Immunization given, LocalDate on) {
        return given.getOccurrence() instanceof DateTimeType day
                ? facts(given.getVaccineCode(), field -> RecordedAnswer.day(day).map(Answer.Dated::new), on)
                : List.of();
    }

    private static List<Fact> answered(CodeableConcept question, @Nullable Type value, LocalDate on) {
        return value == null ? List.of() : facts(question, field -> RecordedAnswer.of(field, value), on);
    }

    private static List<Fact> facts(
            CodeableConcept question, Function<DictionaryField, Optional<? extends Answer>> answer, LocalDate on) {
        return field(question)
                .flatMap(field -> answer.apply(field).map(value -> new Fact(field.name(), value, on)))
                .stream()
                .toList();
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
}
