package org.ancregistry.operations.worklist;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$anc-work-list}. */
public final class WorkListProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-work-list";

    /** Nobody turns a thousand pages; a number beyond is a mistake and would make the database count for nothing. */
    private static final int LAST_PAGE = 1000;

    private final WorkLists lists;

    public WorkListProvider(WorkLists lists) {
        this.lists = lists;
    }

    @Operation(name = "$anc-work-list", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters list(
            @OperationParam(name = "tab", max = 1) @Nullable CodeType tab,
            @OperationParam(name = "page", max = 1) @Nullable IntegerType page,
            RequestDetails request) {
        return lists.of(Callers.of(request), tab(Given.text(tab)), page(page));
    }

    private static Tab tab(@Nullable String code) {
        return code == null
                ? Tab.NEEDS_ACTION
                : Tab.of(code)
                        .orElseThrow(() -> Problem.PARAMETER_INVALID
                                .because("Ask for needs-action, overdue, this-week, all or delivered.")
                                .at("tab"));
    }

    private static int page(@Nullable IntegerType page) {
        var number = page == null || page.getValue() == null ? 0 : page.getValue();
        if (number < 0 || number > LAST_PAGE) {
            throw Problem.PARAMETER_INVALID
                    .because("Pages are counted from 0 to " + LAST_PAGE + ".")
                    .at("page");
        }
        return number;
    }
}
