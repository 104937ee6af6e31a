package org.ancregistry.operations.merge;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.merge.MergeRequest.Side;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$merge} and {@code Patient/$unmerge}. */
public final class MergeProvider implements FhirOperation {

    private static final String MERGE = "https://ancregistry.org/fhir/OperationDefinition/anc-merge";
    private static final String UNMERGE = "https://ancregistry.org/fhir/OperationDefinition/anc-unmerge";

    private final Merging merging;
    private final Unmerging unmerging;

    public MergeProvider(Merging merging, Unmerging unmerging) {
        this.merging = merging;
        this.unmerging = unmerging;
    }

    @Operation(name = "$merge", type = Patient.class, canonicalUrl = MERGE)
    public Parameters merge(
            @OperationParam(name = "source-patient", max = 1) @Nullable Reference source,
            @OperationParam(name = "target-patient", max = 1) @Nullable Reference target,
            @OperationParam(name = "source-version", max = 1) @Nullable StringType sourceVersion,
            @OperationParam(name = "target-version", max = 1) @Nullable StringType targetVersion,
            @OperationParam(name = "preview", max = 1) @Nullable BooleanType preview,
            @OperationParam(name = "request-id", max = 1) @Nullable StringType requestId,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var caller = Callers.of(request);
        var asked = new MergeRequest(
                Side.of("source-patient", source, sourceVersion),
                Side.of("target-patient", target, targetVersion),
                new MergeRequest.How(Given.text(requestId), Given.text(reason)));
        return preview != null && preview.booleanValue()
                ? merging.preview(caller, asked)
                : merging.merge(caller, asked);
    }

    @Operation(name = "$unmerge", type = Patient.class, canonicalUrl = UNMERGE)
    public Parameters unmerge(
            @OperationParam(name = "source-patient", max = 1) @Nullable Reference source,
            @OperationParam(name = "request-id", max = 1) @Nullable StringType requestId,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        return unmerging.unmerge(
                Callers.of(request),
                Given.present(Given.patient(source, "source-patient"), "source-patient"),
                new MergeRequest.How(Given.text(requestId), Given.text(reason)));
    }
}
