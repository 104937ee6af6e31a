package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What waits for a supervisor's decision about who a mother is. */
public final class Decisions {

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String OPERATION = "$decide-match";

    private final Registry registry;

    Decisions(Registry registry) {
        this.registry = registry;
    }

    /** At most {@code limit} open decisions of the supervisor's areas after the first {@code skipped}, oldest first. */
    public List<OpenDecision> open(HttpServletRequest request, int skipped, int limit) {
        var found = registry.ask(request, client -> tasks(client, skipped, limit));
        var people = resources(found, Patient.class).stream()
                .collect(Collectors.toMap(
                        patient -> "Patient/" + patient.getIdElement().getIdPart(), patient -> patient, (a, b) -> a));
        return resources(found, Task.class).stream()
                .map(task -> open(task, people))
                .toList();
    }

    private static Bundle tasks(IGenericClient client, int skipped, int limit) {
        return client.search()
                .forResource(Task.class)
                .where(new TokenClientParam("code").exactly().systemAndCode(KIND, "decide-match"))
                .and(new TokenClientParam("status").exactly().code("requested"))
                .include(Task.INCLUDE_PATIENT)
                .sort()
                .ascending("authored-on")
                .offset(skipped)
                .count(limit)
                .returnBundle(Bundle.class)
                .execute();
    }

    private static <R> List<R> resources(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static OpenDecision open(Task task, Map<String, Patient> people) {
        var mother = people.get(task.getFor().getReference());
        var since = task.getAuthoredOnElement().getValueAsString();
        return new OpenDecision(
                task.getIdElement().getIdPart(),
                mother == null
                        ? null
                        : mother.getName().stream()
                                .map(HumanName::getText)
                                .findFirst()
                                .orElse(null),
                since == null ? null : LocalDate.parse(since.substring(0, 10)),
                task.getNote().isEmpty()
                        ? null
                        : task.getNote().get(task.getNote().size() - 1).getText());
    }

    /** Both sides of one decision. */
    public DecisionCase look(HttpServletRequest request, String task) {
        return RegistryAnswers.decision(call(request, task, new Parameters()));
    }

    /**
     * Decides.
     *
     * @throws RegistryRefusal with {@code version-conflict} or {@code already-decided} when somebody else did meanwhile
     */
    public DecisionCase decide(HttpServletRequest request, String task, Decision decision) {
        var asked = new Parameters()
                .addParameter("request-id", decision.requestId())
                .addParameter("based-on", decision.basedOn())
                .addParameter("reason", decision.reason());
        asked.addParameter().setName("decision").setValue(new CodeType(decision.code()));
        if (decision.comparedWith() != null) {
            asked.addParameter().setName("compared-with").setValue(new Reference(decision.comparedWith()));
        }
        return RegistryAnswers.decision(call(request, task, asked));
    }

    private Parameters call(HttpServletRequest request, String task, Parameters asked) {
        return registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Task", task))
                        .named(OPERATION)
                        .withParameters(asked)
                        .execute());
    }

    /**
     * A decision.
     *
     * @param code of anc-identity-decision
     * @param comparedWith {@code Patient/…} that is meant
     */
    public record Decision(
            String requestId,
            String basedOn,
            String code,
            @Nullable String comparedWith,
            String reason) {}
}
