package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
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
