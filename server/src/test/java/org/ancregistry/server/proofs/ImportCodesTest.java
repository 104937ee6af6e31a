package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.ig.GuideValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** Whatever is said of what another system brings stands in the guide, with the weight that it has. */
class ImportCodesTest {

    @Test
    void theGuideNamesEveryFindingWithItsWeight() throws IOException {
        var findings = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        Kind::code, kind -> kind.weight().name().toLowerCase(Locale.ROOT)));
        var named = codes().getConcept().stream()
                .collect(Collectors.toMap(
                        concept -> concept.getCode(),
                        concept -> concept.getDefinition().split("\\.", 2)[0].toLowerCase(Locale.ROOT)));
        assertThat(named).isEqualTo(findings);
    }

    private static CodeSystem codes() throws IOException {
        var file = "/" + GuideValidator.PACKAGE.substring("classpath:".length());
        try (var guide = Objects.requireNonNull(GuideValidator.class.getResourceAsStream(file));
                var codes = NpmPackage.fromPackage(guide).load("package", "CodeSystem-anc-import-finding.json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, codes);
        }
    }
}
