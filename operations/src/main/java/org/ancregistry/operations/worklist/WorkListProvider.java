package org.ancregistry.operations.worklist;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$anc-work-list}. */
public final class WorkListProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-work-list";

    /** Nobody turns a thousand pages; a number beyond is a mistake and would make the database count for nothing. */
    private static final int LAST_PAGE = 1000;

    private static final int LONGEST_SEARCH = 200;

    private final WorkLists lists;

    public WorkListProvider(WorkLists lists) {
        this.lists = lists;
    }

    @Operation(name = "$anc-work-list", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters list(
            @OperationParam(name = "tab", max = 1) @Nullable CodeType tab,
            @OperationParam(name = "page", max = 1) @Nullable IntegerType page,
            @OperationParam(name = "find", max = 1) @Nullable StringType find,
            @OperationParam(name = "risk", max = 1) @Nullable CodeType risk,
            @OperationParam(name = "village", max = 1) @Nullable StringType village,
            RequestDetails request) {
        var sought = Sought.all(tab(Given.text(tab)))
                .with(words(find, "find", request))
                .from(risk(Given.text(risk)))
                .in(words(village, "village", request));
        return lists.of(Callers.of(request), sought, page(page));
    }

    /** Addresses are kept in logs, and a name or where she lives has no place there. */
    private static @Nullable String words(@Nullable StringType given, String name, RequestDetails request) {
        var text = Given.text(given);
        if (text != null && request.getRequestType() == RequestTypeEnum.GET) {
            throw Problem.PARAMETER_INVALID
                    .because("Send what you look for in the body of a POST: an address is kept in logs.")
                    .at(name);
        }
        if (text != null && text.length() > LONGEST_SEARCH) {
            throw Problem.PARAMETER_INVALID
                    .because("Look for a PHN, a name, a village or the end of a phone number, in at most "
                            + LONGEST_SEARCH + " characters.")
                    .at(name);
        }
        return text;
    }

    private static RiskGrade risk(@Nullable String code) {
        return code == null
                ? RiskGrade.NOT_ASSESSED
                : RiskGrade.ofCode(code)
                        .orElseThrow(() -> Problem.PARAMETER_INVALID
                                .because("Ask for a grade: risk-grade-moderate, risk-grade-high or risk-grade-urgent.")
                                .at("risk"));
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
