package org.ancregistry.operations.recordoutcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Pregnancies;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class RecordOutcomeTest extends OutcomeDesk {

    private static final List<String> PLANNED =
            List.of("booked", "booked", "active", "not-started", "not-started", "active", "requested");

    @Test
    void closesAPregnancyWithABirthAndCallsOffWhatLiesAhead() {
        child(Newborn.LIVE, "2.9");
        answer("delivery_place", new CodeType("ANC.End.14"));
        answer("delivery_mode", new CodeType("ANC.End.19"));
        var ended = end(EndKind.BIRTH, "1");
        assertThat(text(ended, "status")).isEqualTo("finished");
        assertThat(text(ended, "version")).isEqualTo("2");
        assertThat(pregnancy().getPeriod().getEndElement().getValueAsString()).isEqualTo("2026-08-09");
        assertThat(Pregnancies.outcome(pregnancy())).contains("birth");
        assertThat(Pregnancies.contacts(pregnancy())).isZero();
        assertThat(records.activePregnancy(nimali)).isEmpty();
        assertThat(found("ANC.End.1")).isEqualTo("ANC.End.2");
        assertThat(found("ANC.End.17")).as("preterm").isEqualTo("true");
        assertThat(statuses())
                .containsExactly("cancelled", "booked", "revoked", "not-started", "cancelled", "revoked", "cancelled");
    }

    @Test
    void saysOfEachFindingWhichChildItIsAbout() {
        child(Newborn.LIVE, "2.4");
        child(Newborn.STILLBORN, "1.2");
        var ended = end(EndKind.BIRTH, "1");
        assertThat(Pregnancies.outcome(pregnancy())).contains("birth-and-loss");
        assertThat(ended.getParameters("unusual")).hasSize(1);
        assertThat(records.all(Observation.class).stream()
                        .map(found -> found.getExtensionByUrl(Canon.extension("anc-child")))
                        .filter(child -> child != null)
                        .map(child -> child.getValue().primitiveValue()))
                .containsExactly("1", "1", "1", "1", "2", "2", "2");
        assertThat(found("n-born")).isEqualTo("2");
    }

    @Test
    void takesAnEndingBackWithAllThatItHadCalledOff() {
        assertThat(statuses()).isEqualTo(PLANNED);
        var ended = end(EndKind.MISCARRIAGE, "1");
        var reopened = takeBack(ended);
        assertThat(text(reopened, "status")).isEqualTo("active");
        assertThat(statuses()).isEqualTo(PLANNED);
        assertThat(pregnancy().getPeriod().hasEnd()).isFalse();
        assertThat(Pregnancies.outcome(pregnancy())).isEmpty();
        assertThat(records.all(Encounter.class).get(0).getStatus().toCode()).isEqualTo("entered-in-error");
        assertThat(records.all(Observation.class))
                .isNotEmpty()
                .allMatch(found -> found.getStatus() == ObservationStatus.ENTEREDINERROR);
        requestId = "r2";
        assertThat(text(end(EndKind.LOST_TO_FOLLOW_UP, "3"), "status")).isEqualTo("finished");
        assertThat(Refused.problemOf(() -> takeBack(reference(ended, "contact"), "4")))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void keepsAnOlderEndingWhenThereIsANewerPregnancyOpenOrOver() {
        var ended = end(EndKind.MISCARRIAGE, "1");
        records.given(Pregnancies.opened(
                nimali, Staff.AREA, "Practitioner/kumari", new DateTimeType("2026-08-10").getValue()));
        assertThat(Refused.problemOf(() -> takeBack(ended))).isEqualTo(Problem.NEWER_PREGNANCY);
        requestId = "r2";
        on = TODAY;
        var second = end(EndKind.NOT_PREGNANT, "1");
        assertThat(Refused.problemOf(() -> takeBack(ended))).isEqualTo(Problem.NEWER_PREGNANCY);
        assertThat(text(takeBack(second), "status")).isEqualTo("active");
    }

    @Test
    void keepsADeathInThePersonUntilItIsTakenBack() {
        answer("death_cause", new CodeType("ANC.End.46"));
        var ended = end(EndKind.MATERNAL_DEATH, "1");
        assertThat(records.read(Patient.class, nimali)
                        .orElseThrow()
                        .getDeceased()
                        .primitiveValue())
                .isEqualTo("2026-08-09");
        takeBack(ended);
        assertThat(records.read(Patient.class, nimali).orElseThrow().hasDeceased())
                .isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(Refused.problemOf(() -> end(EndKind.BIRTH, "1"))).isEqualTo(Problem.ANSWER_INVALID);
        child(Newborn.LIVE, "0.1");
        assertThat(expression(EndKind.BIRTH)).isEqualTo("child[0].birth_weight");
        assertThat(expression(EndKind.MISCARRIAGE)).isEqualTo("child");
        children.clear();
        answer("systolic", new IntegerType(120));
        assertThat(expression(EndKind.MISCARRIAGE)).isEqualTo("systolic");
        answers.clear();
        on = TODAY.plusDays(1);
        assertThat(expression(EndKind.MISCARRIAGE)).isEqualTo("date");
        assertThat(pregnancy().getStatus().toCode()).isEqualTo("active");
    }

    @Test
    void answersARepeatAlikeAndWritesNothingMore() {
        var first = end(EndKind.MOVED_AWAY, "1");
        var again = end(EndKind.MOVED_AWAY, "1");
        assertThat(text(again, "repeated")).isEqualTo("true");
        assertThat(reference(again, "contact")).isEqualTo(reference(first, "contact"));
        requestId = "r2";
        assertThat(Refused.problemOf(() -> end(EndKind.MOVED_AWAY, "2"))).isEqualTo(Problem.PREGNANCY_ENDED);
    }

    @Test
    void isWrittenByThoseWhoCareForHerOnWhatTheySaw() {
        assertThat(Refused.problemOf(() -> end(EndKind.MOVED_AWAY, "7"))).isEqualTo(Problem.VERSION_CONFLICT);
        assertThat(Refused.problemOf(() -> end(Staff.anotherMidwife(), EndKind.MOVED_AWAY, "1")))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> end(Staff.mother(nimali), EndKind.MOVED_AWAY, "1")))
                .isEqualTo(Problem.FORBIDDEN);
        cared.openInEmergency(Staff.doctor(), nimali);
        assertThat(Refused.problemOf(() -> end(Staff.doctor(), EndKind.MISCARRIAGE, "1")))
                .isEqualTo(Problem.FORBIDDEN);
        cared.put(nimali, Staff.HOSPITAL);
        assertThat(text(end(Staff.doctor(), EndKind.MISCARRIAGE, "1"), "status"))
                .isEqualTo("finished");
    }

    private String expression(EndKind kind) {
        var outcome = Refused.outcomeOf(() -> end(kind, "1"));
        return outcome.getIssueFirstRep().getExpression().get(0).getValue();
    }

    private String found(String code) {
        var value = records.all(Observation.class).stream()
                .filter(found -> found.getCode().getCodingFirstRep().getCode().equals(code))
                .findFirst()
                .orElseThrow()
                .getValue();
        return value instanceof CodeableConcept concept
                ? concept.getCodingFirstRep().getCode()
                : value.primitiveValue();
    }
}
