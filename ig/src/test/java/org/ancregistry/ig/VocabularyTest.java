package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.pregnancy.MissedReason;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** The words of the guide are the words of the code. */
class VocabularyTest {
    private static final FhirContext FHIR = FhirContext.forR4();

    @Test
    void knowsEveryCodeThatTheRecordIsWrittenIn() throws IOException {
        var who = codesIn("who-anc");
        var own = codesIn("anc-dictionary");
        assertThat(codesOfTheRecord())
                .hasSizeGreaterThan(300)
                .allSatisfy(code -> assertThat(code.system().equals(SystemUris.WHO_ANC) ? who : own)
                        .contains(code.code()));
    }

    @Test
    void namesTheRolesOfTheRegistry() throws IOException {
        assertThat(codesIn("anc-role"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
    }

    @Test
    void saysWhatCanBeWrongWithAnAnswer() throws IOException {
        assertThat(codesIn("anc-answer-problem"))
                .containsExactlyInAnyOrder(
                        AnswerProblem.UNKNOWN_FIELD,
                        AnswerProblem.WRONG_TYPE,
                        AnswerProblem.WRONG_UNIT,
                        AnswerProblem.IMPOSSIBLE_VALUE,
                        AnswerProblem.CONTRADICTION,
                        AnswerProblem.MISSING,
                        AnswerProblem.UNUSUAL);
    }

    @Test
    void saysWhySheMayNotHaveCome() throws IOException {
        assertThat(codesIn("anc-missed-reason"))
                .containsExactlyElementsOf(Arrays.stream(MissedReason.values())
                        .map(MissedReason::code)
                        .toList());
    }

    private static List<Code> codesOfTheRecord() {
        return Dictionary.anc().fields().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.primary()), field.answers().stream().map(CodedAnswer::coding)))
                .filter(code -> !code.system().equals(SystemUris.LOINC))
                .toList();
    }

    private static List<String> codesIn(String codeSystem) throws IOException {
        var guide = NpmPackage.fromPackage(
                Objects.requireNonNull(VocabularyTest.class.getResourceAsStream("/anc-ig.tgz"), "the guide's package"));
        try (var content = guide.load("package", "CodeSystem-" + codeSystem + ".json")) {
            return FHIR.newJsonParser().parseResource(CodeSystem.class, content).getConcept().stream()
                    .map(CodeSystem.ConceptDefinitionComponent::getCode)
                    .toList();
        }
    }
}
