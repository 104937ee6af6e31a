package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.server.testing.RunningRegistry;
import org.assertj.core.api.SoftAssertions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What becomes of yes, of no, and of what nobody asked, for every question of the dictionary that is so answered. */
class AnswersIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());
    private static final Gampaha GAMPAHA = Gampaha.at(DESK);

    private static final String[] FACTS = {"Condition", "MedicationStatement", "Immunization", "AllergyIntolerance"};

    private final List<DictionaryField> questions = Questionnaire.yesNoQuestions();

    @Test
    void aNoIsAnObservationAndNeverAFact() {
        var registration = Registration.told(Woman.next());
        questions.forEach(question -> registration.answer(question.name(), Questionnaire.no()));
        // "Not none" would have to name the sign; here she has none.
        registration.answer("danger_none", Questionnaire.yes());
        var record = stored(registration);
        var softly = new SoftAssertions();
        for (var question : questions) {
            if (!question.name().equals("danger_none")) {
                assertDenied(softly, question, record.saying(coding(question)));
            }
        }
        softly.assertAll();
        assertThat(record.all()).extracting(Resource::fhirType).doesNotContain(FACTS);
    }

    private static void assertDenied(SoftAssertions softly, DictionaryField question, List<Resource> said) {
        softly.assertThat(said).as(question.name()).hasSize(1).allSatisfy(one -> {
            assertThat(one).isInstanceOf(Observation.class);
            var value = ((Observation) one).getValue();
            assertThat(value).isInstanceOf(BooleanType.class);
            assertThat(((BooleanType) value).booleanValue()).isFalse();
        });
    }

    @Test
    void aYesIsTheFactAndDeniesNothing() {
        var registration = Registration.told(Woman.next());
        questions.forEach(question -> registration.answer(question.name(), Questionnaire.yes()));
        registration.leaveOut("danger_none");
        var record = stored(registration);
        var softly = new SoftAssertions();
        for (var question : questions) {
            if (!question.name().equals("danger_none")) {
                assertAffirmed(softly, question, record.saying(coding(question)));
            }
        }
        softly.assertAll();
        assertThat(record.all(Observation.class))
                .noneMatch(observation -> observation.getValue() instanceof BooleanType said && !said.booleanValue());
    }

    private static void assertAffirmed(SoftAssertions softly, DictionaryField question, List<Resource> said) {
        var type =
                switch (question.kind()) {
                    case CONDITION -> "Condition";
                    case MEDICATION -> "MedicationStatement";
                    case IMMUNIZATION -> "Immunization";
                    default -> "Observation";
                };
        softly.assertThat(said)
                .as(question.name())
                .extracting(Resource::fhirType)
                .containsExactly(type);
    }

    @Test
    void whatNobodyAskedIsNowhere() {
        var record = stored(Registration.told(Woman.next()));
        var softly = new SoftAssertions();
        for (var question : questions) {
            softly.assertThat(record.saying(coding(question)))
                    .as(question.name())
                    .isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void noKnownAllergiesAndNoMedicinesAreNoAllergyAndNoMedicine() {
        var denials = Questionnaire.fields().stream()
                .flatMap(field -> field.answers().stream()
                        .filter(CodedAnswer::excludesOthers)
                        .map(answer -> new Denial(field, answer)))
                .toList();
        assertThat(denials).extracting(denial -> denial.field().name()).contains("allergies", "medications");
        assertThat(denials).allSatisfy(denial -> {
            var code = new CodeType(denial.answer().code());
            var record =
                    stored(Registration.told(Woman.next()).answer(denial.field().name(), code));
            assertThat(record.all()).extracting(Resource::fhirType).doesNotContain(FACTS);
            assertThat(record.saying(coding(denial.field()))).hasSize(1);
        });
    }

    private record Denial(DictionaryField field, CodedAnswer answer) {}

    private static StoredRecord stored(Registration registration) {
        var answer = DESK.must(GAMPAHA.kumari(), Registration.PATH, registration.asked());
        return StoredRecord.of(REGISTRY, answer.value("patient"));
    }

    private static Coding coding(DictionaryField question) {
        return new Coding(question.primary().system(), question.primary().code(), null);
    }
}
