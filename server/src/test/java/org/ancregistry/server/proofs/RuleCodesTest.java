package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.ig.GuideValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** The guide names the rules that the registry applies, by the same words. */
class RuleCodesTest {

    @Test
    void theGuideNamesEveryRuleAndNoOther() throws IOException {
        var named = rules().getConcept().stream()
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, ConceptDefinitionComponent::getDisplay));
        var applied = RuleBook.shipped().definitions().stream()
                .collect(Collectors.toMap(RuleDefinition::id, RuleDefinition::title));
        assertThat(named).isEqualTo(applied);
    }

    private static CodeSystem rules() throws IOException {
        var file = "/" + GuideValidator.PACKAGE.substring("classpath:".length());
        try (var guide = Objects.requireNonNull(GuideValidator.class.getResourceAsStream(file));
                var rules = NpmPackage.fromPackage(guide).load("package", "CodeSystem-anc-rule.json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, rules);
        }
    }
}
