package org.ancregistry.ig;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** Takes the definitions out of the guide's package, for whoever wants to show them. */
public final class GuideDefinitions {

    private static final String FILE = "/anc-ig.tgz";

    private GuideDefinitions() {}

    /** All of them without the examples: profiles, code systems, operations and the guide itself. */
    public static List<IBaseResource> all(FhirContext fhir) {
        return beginning("", fhir);
    }

    /** What each operation of the guide takes and answers. */
    public static List<OperationDefinition> operations(FhirContext fhir) {
        return beginning("OperationDefinition-", fhir).stream()
                .map(OperationDefinition.class::cast)
                .toList();
    }

    private static List<IBaseResource> beginning(String type, FhirContext fhir) {
        var parser = fhir.newJsonParser();
        var definitions = new ArrayList<IBaseResource>();
        try {
            var guide =
                    NpmPackage.fromPackage(Objects.requireNonNull(GuideDefinitions.class.getResourceAsStream(FILE)));
            for (var file : guide.list("package")) {
                if (file.startsWith(type) && file.endsWith(".json") && Character.isUpperCase(file.charAt(0))) {
                    definitions.add(parser.parseResource(guide.load("package", file)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The guide's package cannot be read", unreadable);
        }
        return List.copyOf(definitions);
    }
}
