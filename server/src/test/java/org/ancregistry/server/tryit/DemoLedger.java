package org.ancregistry.server.tryit;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the demo the registry has answered before, by request id: a second start adds nothing, and one that follows a
 * crash goes on where the first stopped.
 */
final class DemoLedger {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final Map<String, String> answers;

    DemoLedger(RunningRegistry registry) {
        answers = new ConcurrentHashMap<>(registry
                .bean(JdbcClient.class)
                .sql(
                        "select request_id, answer from registry_request where request_id like 'demo-%' and answer is not null")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Optional<Parameters> answer(String requestId) {
        return Optional.ofNullable(answers.get(requestId))
                .map(answer -> FHIR.newJsonParser().parseResource(Parameters.class, answer));
    }
}
