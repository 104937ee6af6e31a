package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;

/** How much waits for a supervisor, asked for once and never counted further than anybody reads. */
public final class Waiting {

    /** More are not counted. */
    public static final int MOST = 100;

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String DECISION = "decide-match";
    private static final String EMERGENCY = "review-emergency";

    private final Registry registry;

    Waiting(Registry registry) {
        this.registry = registry;
    }

    /**
     * What waits.
     *
     * @param decisions about whose a record is
     * @param emergencies openings that nobody has looked at
     */
    public record Work(long decisions, long emergencies, boolean more) {

        public String decisionsText() {
            return text(decisions);
        }

        public String emergenciesText() {
            return text(emergencies);
        }

        /** Where there is more than was counted, each number may be greater. */
        private String text(long counted) {
            return more ? counted + "+" : Long.toString(counted);
        }
    }

    public Work of(HttpServletRequest request) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(new TokenClientParam("code")
                                .exactly()
                                .systemAndValues(KIND, List.of(DECISION, EMERGENCY)))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .count(MOST)
                        .returnBundle(Bundle.class)
                        .execute());
        var decisions = count(found, DECISION);
        var emergencies = count(found, EMERGENCY);
        return new Work(decisions, emergencies, decisions + emergencies >= MOST);
    }

    private static long count(Bundle found, String kind) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .filter(task ->
                        task.getCode().getCoding().stream().map(Coding::getCode).anyMatch(kind::equals))
                .count();
    }
}
