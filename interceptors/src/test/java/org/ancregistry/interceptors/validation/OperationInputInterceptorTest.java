package org.ancregistry.interceptors.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class OperationInputInterceptorTest {

    @Test
    void passesOverNoFindingThatIsSentWithoutParametersAroundIt() {
        var refusal = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> judged(new Input("finding", Input.ANY_RESOURCE, 100, List.of()), new Observation()));
        var outcome = (OperationOutcome) refusal.getOperationOutcome();
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("takes Parameters", "finding");
    }

    @Test
    void takesTheOneResourceOfAnOperationAsItsBody() {
        assertThatCode(() -> judged(new Input("bundle", "Bundle", 1, List.of()), new Bundle()))
                .doesNotThrowAnyException();
    }

    private static void judged(Input known, Resource body) {
        var request = new SystemRequestDetails();
        request.setOperation("$assess-risk");
        request.setResource(body);
        new OperationInputInterceptor(knowing(known)).judge(request, RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE);
    }

    private static Guide knowing(Input input) {
        return new Guide() {
            @Override
            public List<String> profilesOf(String type) {
                return List.of();
            }

            @Override
            public Optional<List<Input>> inputsOf(String operation) {
                return Optional.of(List.of(input));
            }

            @Override
            public List<Breach> breaches(Resource resource) {
                return List.of();
            }
        };
    }
}
