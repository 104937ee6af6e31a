package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.Occasion;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The questionnaires ask what the program understands: same fields, codes, answers and units. */
class QuestionnairesTest {
    private static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

    @Test
    void askAtRegistrationWhatTheProgramTakesThere() throws IOException {
        assertAsks("anc-registration", DictionaryField::atRegistration);
    }

    @Test
    void askAtAContactWhatTheProgramTakesThere() throws IOException {
        assertAsks("anc-contact", DictionaryField::atVisit);
    }

    @Test
    void demandWhatTheProgramDemands() throws IOException {
        assertThat(required("anc-registration"))
                .containsExactlyInAnyOrderElementsOf(missing(Occasion.registration(LocalDate.of(2026, 11, 2))));
        // What a contact cannot go without depends on other answers, which a questionnaire's "required" cannot say.
        assertThat(required("anc-contact")).isEmpty();
    }

    private static List<String> required(String id) throws IOException {
        return items(id).values().stream()
                .filter(QuestionnaireItemComponent::getRequired)
                .map(QuestionnaireItemComponent::getLinkId)
                .toList();
    }

    private static List<String> missing(Occasion occasion) {
        return Answers.review(Map.of(), occasion).problems().stream()
                .filter(problem -> problem.code().equals(AnswerProblem.MISSING))
                .map(AnswerProblem::field)
                .toList();
    }

    private static void assertAsks(String id, Predicate<DictionaryField> asked) throws IOException {
        var items = items(id);
        var fields = Dictionary.anc().fields().stream()
                .filter(field -> field.kind().answered())
                .filter(asked)
                .toList();
        assertThat(items.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        fields.stream().map(DictionaryField::name).toList());
        assertThat(fields).hasSizeGreaterThan(50).allSatisfy(field -> assertSame(items.get(field.name()), field));
    }

    private static void assertSame(QuestionnaireItemComponent item, DictionaryField field) {
        assertThat(item.getCodeFirstRep().getSystem()).isEqualTo(field.primary().system());
        assertThat(item.getCodeFirstRep().getCode()).isEqualTo(field.primary().code());
        if (field.takes(AnswerShape.MEASURED) || field.takes(AnswerShape.COUNTED)) {
            assertThat(limit(item, "minValue")).isEqualTo(field.limits().hardMin());
            assertThat(limit(item, "maxValue")).isEqualTo(field.limits().hardMax());
        }
        assertThat(item.getRepeats()).isEqualTo(field.repeats());
        assertThat(item.getAnswerOption())
                .extracting(QuestionnaireItemAnswerOptionComponent::getValueCoding)
                .extracting(coding -> coding.getCode())
                .containsExactlyElementsOf(
                        field.answers().stream().map(CodedAnswer::code).toList());
        if (field.takes(AnswerShape.MEASURED)) {
            var unit = (Coding) item.getExtensionByUrl(UNIT).getValue();
            assertThat(unit.getCode()).isEqualTo(field.unit());
        }
    }

    private static @Nullable BigDecimal limit(QuestionnaireItemComponent item, String end) {
        var limit = item.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/" + end);
        return limit == null ? null : new BigDecimal(limit.getValueAsPrimitive().getValueAsString());
    }

    private static Map<String, QuestionnaireItemComponent> items(String id) throws IOException {
        var guide = NpmPackage.fromPackage(Objects.requireNonNull(
                QuestionnairesTest.class.getResourceAsStream("/anc-ig.tgz"), "the guide's package"));
        try (var content = guide.load("package", "Questionnaire-" + id + ".json")) {
            return FhirContext.forR4().newJsonParser().parseResource(Questionnaire.class, content).getItem().stream()
                    .flatMap(group -> group.getItem().stream())
                    .collect(Collectors.toMap(QuestionnaireItemComponent::getLinkId, Function.identity()));
        }
    }
}
