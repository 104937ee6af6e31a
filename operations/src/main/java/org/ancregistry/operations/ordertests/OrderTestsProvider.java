package org.ancregistry.operations.ordertests;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$order-tests}. */
public final class OrderTestsProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-order-tests";
    private static final int LONGEST_NOTE = 500;

    private final OrderingTests ordering;

    public OrderTestsProvider(OrderingTests ordering) {
        this.ordering = ordering;
    }

    @Operation(name = "$order-tests", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters orderTests(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "test", max = -1) @Nullable List<CodeType> tests,
            @OperationParam(name = "urgency", max = 1) @Nullable CodeType urgency,
            @OperationParam(name = "note", max = 1) @Nullable StringType note,
            @OperationParam(name = "call-off", max = -1) @Nullable List<Reference> calledOff,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .withAll("test", tests)
                .with("urgency", urgency)
                .with("note", note)
                .withAll("call-off", calledOff);
        var asked = new OrderTests(
                patient,
                Given.required(requestId, "request-id"),
                content.text(),
                tests(tests == null ? List.of() : tests),
                isUrgent(Given.text(urgency)),
                note(Given.text(note)),
                Given.locals(calledOff, "ServiceRequest", "call-off"));
        if (asked.tests().isEmpty() && asked.calledOff().isEmpty()) {
            throw Problem.PARAMETER_INVALID
                    .because("Say which tests she is to have, or which order is called off.")
                    .at("test");
        }
        return ordering.order(Callers.of(request), asked);
    }

    private static Set<AntenatalTest> tests(List<CodeType> codes) {
        var tests = new LinkedHashSet<AntenatalTest>();
        for (var code : codes) {
            tests.add(AntenatalTest.of(Given.required(code, "test"))
                    .orElseThrow(() -> Problem.PARAMETER_INVALID
                            .because("There is no such test: take a code of anc-test.")
                            .at("test")));
        }
        return tests;
    }

    private static boolean isUrgent(@Nullable String urgency) {
        if (urgency == null || urgency.equals("routine")) {
            return false;
        }
        if (urgency.equals("urgent")) {
            return true;
        }
        throw Problem.PARAMETER_INVALID
                .because("Say how urgent it is: routine or urgent.")
                .at("urgency");
    }

    private static @Nullable String note(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.PARAMETER_INVALID
                    .because("Write the note in at most " + LONGEST_NOTE + " characters.")
                    .at("note");
        }
        return note;
    }
}
