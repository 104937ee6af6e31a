package org.ancregistry.operations.duplicates;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$likely-duplicates} and {@code Patient/$not-duplicates}. */
public final class DuplicatesProvider implements FhirOperation {

    private static final String BASE = "https://ancregistry.org/fhir/OperationDefinition/";
    private static final int MOST_PAGES = 500;

    private final DuplicateList list;
    private final TwoWomen twoWomen;

    public DuplicatesProvider(DuplicateList list, TwoWomen twoWomen) {
        this.list = list;
        this.twoWomen = twoWomen;
    }

    @Operation(
            name = "$likely-duplicates",
            type = Patient.class,
            idempotent = true,
            canonicalUrl = BASE + "anc-likely-duplicates")
    public Parameters likelyDuplicates(
            @OperationParam(name = "grade", max = 1) @Nullable CodeType grade,
            @OperationParam(name = "area", max = 1) @Nullable Reference area,
            @OperationParam(name = "page", max = 1) @Nullable IntegerType page,
            RequestDetails request) {
        return list.of(Callers.of(request), least(grade), Given.local(area, "Organization", "area"), number(page));
    }

    private static MatchGrade least(@Nullable CodeType grade) {
        var code = Given.text(grade);
        for (var known : MatchGrade.values()) {
            if (known != MatchGrade.CERTAINLY_NOT && known.code().equals(code == null ? "probable" : code)) {
                return known;
            }
        }
        throw Problem.PARAMETER_INVALID
                .because("Ask for certain, probable or possible.")
                .at("grade");
    }

    private static int number(@Nullable IntegerType page) {
        var number = page == null ? 1 : page.getValue();
        if (number < 1 || number > MOST_PAGES) {
            throw Problem.PARAMETER_INVALID
                    .because("Pages are counted from 1 to " + MOST_PAGES + ".")
                    .at("page");
        }
        return number;
    }

    @Operation(name = "$not-duplicates", type = Patient.class, canonicalUrl = BASE + "anc-not-duplicates")
    public Parameters notDuplicates(
            @OperationParam(name = "patient", max = 1) @Nullable Reference patient,
            @OperationParam(name = "other", max = 1) @Nullable Reference other,
            @OperationParam(name = "request-id", max = 1) @Nullable StringType requestId,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var content = new Content()
                .with("patient", patient)
                .with("other", other)
                .with("reason", reason)
                .text();
        return twoWomen.decide(
                Callers.of(request),
                new Asked(Given.required(requestId, "request-id"), "$not-duplicates", content),
                Given.present(Given.patient(patient, "patient"), "patient"),
                Given.present(Given.patient(other, "other"), "other"),
                Given.required(reason, "reason"));
    }
}
