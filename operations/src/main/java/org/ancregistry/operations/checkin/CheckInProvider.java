package org.ancregistry.operations.checkin;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.LocalDate;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$check-in}. */
public final class CheckInProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-check-in";
    private static final int WHOLE_DATE = "2000-01-01".length();

    private final CheckingIn checkingIn;

    public CheckInProvider(CheckingIn checkingIn) {
        this.checkingIn = checkingIn;
    }

    @Operation(name = "$check-in", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters checkIn(
            @OperationParam(name = "phn", min = 1, max = 1) @Nullable StringType phn,
            @OperationParam(name = "birth-date", max = 1) @Nullable DateType birthDate,
            @OperationParam(name = "evidence", max = 1) @Nullable StringType evidence,
            @OperationParam(name = "draft", max = 1) @Nullable StringType draft,
            RequestDetails request) {
        var asked = new CheckIn(Given.required(phn, "phn"), day(birthDate), Given.text(evidence), Given.text(draft));
        return checkingIn.checkIn(Callers.of(request), asked);
    }

    private static @Nullable LocalDate day(@Nullable DateType given) {
        var text = Given.text(given);
        if (text != null && text.length() != WHOLE_DATE) {
            throw Problem.PARAMETER_INVALID
                    .because("Enter her whole birth date, like 1996-04-17.")
                    .at("birth-date");
        }
        return text == null ? null : LocalDate.parse(text);
    }
}
