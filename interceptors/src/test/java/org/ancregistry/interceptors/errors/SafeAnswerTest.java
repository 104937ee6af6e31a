package org.ancregistry.interceptors.errors;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import org.ancregistry.interceptors.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

class SafeAnswerTest {

    @Test
    void saysTheSameOfWhatIsNotThereAndOfWhatIsGone() {
        var missing = SafeAnswer.to(new ResourceNotFoundException(new IdType("Patient/1")));
        var gone = SafeAnswer.to(new ResourceGoneException(new IdType("Patient/2")));
        var refused = Refusal.NOT_FOUND.because(Refusal.NO_SUCH_RECORD);
        assertThat(said(missing)).isEqualTo(said(gone)).isEqualTo(said(refused));
        assertThat(gone.getStatusCode()).isEqualTo(404);
    }

    @Test
    void saysNothingOfTheInside() {
        var answer = SafeAnswer.to(new IllegalStateException("select * from person where nic = '199912345678'"));
        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(said(answer)).doesNotContain("select").doesNotContain("1999");
        assertThat(Cause.of(new IllegalStateException("nic 199912345678")).toString())
                .contains("IllegalStateException")
                .doesNotContain("1999");
    }

    @Test
    void doesNotQuoteTheDatabaseInAConflict() {
        var answer = SafeAnswer.to(new ResourceVersionConflictException("HAPI-0550: constraint idx_phn violated"));
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(said(answer)).doesNotContain("idx_phn");
    }

    @Test
    void tellsAClientWhatItDidWrongWithoutHapisNumber() {
        var answer = SafeAnswer.to(new InvalidRequestException("HAPI-0524: Invalid date/time"));
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(said(answer)).contains("Invalid date/time").doesNotContain("HAPI");
        assertThat(SafeAnswer.codeOf(answer)).isEqualTo("bad-request");
    }

    @Test
    void doesNotRepeatAValueThatItCouldNotRead() {
        var value = "Invalid date/time format: \"199912345678 Nimali\"";
        var inTheBody = new InvalidRequestException(
                "HAPI-0450: Failed to parse request body as JSON resource. Error was: [element=\"birthDate\"] "
                        + value);
        var inTheUrl = new InvalidRequestException(value, new DataFormatException(value));
        assertThat(said(SafeAnswer.to(inTheBody))).contains("birthDate").contains("Invalid date/time");
        assertThat(said(SafeAnswer.to(inTheBody))).doesNotContain("Nimali");
        assertThat(said(SafeAnswer.to(inTheUrl))).doesNotContain("Nimali");
    }

    @Test
    void leavesOurOwnRefusalsAsTheyAre() {
        var refused = Refusal.TOO_MANY_ATTEMPTS.because("Wait.");
        assertThat(SafeAnswer.to(refused)).isSameAs(refused);
    }

    private static String said(BaseServerResponseException answer) {
        var issue = ((OperationOutcome) answer.getOperationOutcome()).getIssueFirstRep();
        return issue.getDetails().getCodingFirstRep().getCode() + " " + issue.getCode() + " " + issue.getDiagnostics();
    }
}
