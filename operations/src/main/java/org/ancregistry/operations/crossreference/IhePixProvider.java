package org.ancregistry.operations.crossreference;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$ihe-pix}. */
public final class IhePixProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-ihe-pix";

    private final CrossReferencing crossReferencing;

    public IhePixProvider(CrossReferencing crossReferencing) {
        this.crossReferencing = crossReferencing;
    }

    @Operation(name = CrossReferencing.OPERATION, type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ihePix(
            @OperationParam(name = "sourceIdentifier", min = 1, max = 1) @Nullable StringType source,
            @OperationParam(name = "targetSystem") @Nullable List<UriType> targets,
            RequestDetails request) {
        return crossReferencing.of(Callers.of(request), Given.required(source, "sourceIdentifier"), systems(targets));
    }

    private static Set<String> systems(@Nullable List<UriType> targets) {
        return Stream.ofNullable(targets)
                .flatMap(List::stream)
                .flatMap(target -> Stream.ofNullable(Given.text(target)))
                .collect(Collectors.toSet());
    }
}
