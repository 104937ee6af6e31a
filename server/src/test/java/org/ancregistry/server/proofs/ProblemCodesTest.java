package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** A client that branches on the guide's codes meets no other, with the status that the guide says. */
class ProblemCodesTest {

    /** A warning of {@code $match-phn}, which refuses nothing. */
    private static final String WARNING = "phn-check-unknown";

    @Test
    void theGuideNamesEveryRefusalWithItsStatus() throws IOException {
        var refusals = Arrays.stream(Problem.values()).collect(Collectors.toMap(Problem::code, Problem::status));
        Arrays.stream(Refusal.values())
                .forEach(refusal ->
                        refusals.put(refusal.code(), refusal.because("").getStatusCode()));
        var named = problems().getConcept().stream()
                .filter(concept -> !concept.getCode().equals(WARNING))
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, ProblemCodesTest::status));
        assertThat(named).isEqualTo(refusals);
    }

    /** Each definition begins with it: "409. …". */
    private static int status(ConceptDefinitionComponent concept) {
        return Integer.parseInt(concept.getDefinition().substring(0, 3));
    }

    private static CodeSystem problems() throws IOException {
        var file = "/" + GuideValidator.PACKAGE.substring("classpath:".length());
        try (var guide = Objects.requireNonNull(GuideValidator.class.getResourceAsStream(file));
                var problems = NpmPackage.fromPackage(guide).load("package", "CodeSystem-anc-problem.json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, problems);
        }
    }
}
