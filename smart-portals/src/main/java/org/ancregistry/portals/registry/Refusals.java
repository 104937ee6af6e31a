package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads what the registry answered instead of a result: a refusal with its reasons, or no answer at all. */
final class Refusals {

    private Refusals() {}

    static RuntimeException of(BaseServerResponseException answer) {
        var reasons = reasons(answer);
        var coded = reasons.stream().anyMatch(reason -> !reason.code().isEmpty());
        if (answer instanceof FhirClientConnectionException || (answer.getStatusCode() >= 500 && !coded)) {
            return new RegistryDown(answer);
        }
        return new RegistryRefusal(answer.getStatusCode(), reasons, answer);
    }

    private static List<RegistryRefusal.Reason> reasons(BaseServerResponseException answer) {
        return answer.getOperationOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream().map(Refusals::reason).toList()
                : List.of();
    }

    private static RegistryRefusal.Reason reason(OperationOutcomeIssueComponent issue) {
        return new RegistryRefusal.Reason(
                issue.getDetails().getCodingFirstRep().getCodeElement().getValueNotNull(),
                issue.getExpression().stream()
                        .map(expression -> lastName(expression.getValueNotNull()))
                        .findFirst()
                        .orElse(null),
                issue.hasDiagnostics()
                        ? issue.getDiagnostics()
                        : issue.getDetails().getText(),
                record(issue));
    }

    /** {@code Parameters.parameter.where(name='answer').height} and {@code height} both mean {@code height}. */
    private static String lastName(String expression) {
        return expression.replaceAll(".*[.']", "").replaceAll("[^A-Za-z0-9_-]", "");
    }

    private static @Nullable String record(OperationOutcomeIssueComponent issue) {
        return Stream.concat(issue.getExtension().stream(), issue.getDetails().getExtension().stream())
                .filter(extension -> extension.getValue() instanceof Reference)
                .map(extension -> ((Reference) extension.getValue()).getReference())
                .filter(reference -> reference != null && reference.startsWith("Patient/"))
                .findFirst()
                .orElse(null);
    }
}
