package org.ancregistry.interceptors.audit;

import static org.ancregistry.interceptors.audit.FhirJson.coding;
import static org.ancregistry.interceptors.audit.FhirJson.concept;
import static org.ancregistry.interceptors.audit.FhirJson.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Writes AuditEvents as BALP wants them, with references for people and never a name. They are written as JSON right away:
 * each read waits for its AuditEvent, and FHIR's model and encoder took longer for it than the token and the decision together.
 */
final class AuditEvents {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String ENTITY_TYPE = TERMINOLOGY + "audit-entity-type";
    private static final String ENTITY_ROLE = TERMINOLOGY + "object-role";
    private static final String OWN = "https://ancregistry.org/fhir/CodeSystem/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Clock clock;

    AuditEvents(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param pattern what kind of act it was
     * @param patient {@code Patient/…} whom it was about
     * @param touched {@code Type/id} of other resources that were read or written
     * @param outcome done, refused or failed
     * @param why the code of a refusal
     */
    AuditRecord record(
            Audited request,
            Balp pattern,
            @Nullable String patient,
            Collection<String> touched,
            AuditEventOutcome outcome,
            @Nullable String why) {
        var id = UUID.randomUUID().toString();
        var recorded = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var event = JSON.objectNode().put("resourceType", "AuditEvent").put("id", id);
        describe(event, request, pattern, patient);
        event.put("action", pattern.action().toCode());
        event.put("recorded", recorded.toString()).put("outcome", outcome.toCode());
        if (why != null) {
            event.put("outcomeDesc", why);
        }
        event.set("agent", agents(request, pattern, patient));
        event.putObject("source").putObject("observer").put("display", request.server());
        event.set("entity", entities(request, pattern, patient, touched));
        return record(id, recorded, event, request, pattern, patient, outcome);
    }

    private static void describe(ObjectNode event, Audited request, Balp pattern, @Nullable String patient) {
        var profile = pattern.profile(patient != null);
        if (profile != null) {
            event.putObject("meta").putArray("profile").add(profile);
        }
        event.set("type", coding(TERMINOLOGY + "audit-event-type", "rest").put("display", "RESTful Operation"));
        var subtypes = event.putArray("subtype");
        subtypes.add(coding("http://hl7.org/fhir/restful-interaction", request.interaction()));
        if (request.operation() != null) {
            subtypes.add(coding(OWN + "anc-operation", request.operation()));
        }
    }

    private static ArrayNode agents(Audited request, Balp pattern, @Nullable String patient) {
        var caller = request.caller();
        var agents = JSON.arrayNode();
        agents.add(machine(pattern.client(), caller == null ? request.from() : caller.client(), request.from(), "2"));
        agents.add(machine(pattern.server(), request.server(), request.server(), "5"));
        if (caller != null) {
            agents.add(person(caller, request.purpose(caller, patient)));
            if (caller.facility() != null) {
                agents.add(place(caller.facility()));
            }
        }
        return agents;
    }

    private static ObjectNode machine(Coding type, String name, String address, String addressType) {
        var agent = agent(concept(coding(type)), false);
        agent.putObject("who").put("display", name);
        agent.putObject("network").put("address", address).put("type", addressType);
        return agent;
    }

    private static ObjectNode person(Caller caller, Purpose purpose) {
        var recipient = coding(TERMINOLOGY + "v3-ParticipationType", "IRCP").put("display", "information recipient");
        var agent = agent(concept(recipient), true);
        agent.putArray("role")
                .add(concept(coding(OWN + "anc-role", caller.role().code())));
        if (caller.id().contains("/")) {
            agent.set("who", reference(caller.id()));
        } else {
            agent.putObject("who").putObject("identifier").put("value", caller.id());
        }
        agent.putArray("purposeOfUse").add(concept(coding(TERMINOLOGY + "v3-ActReason", purpose.code())));
        return agent;
    }

    /** Where the person works, so that a woman can tell who that was. */
    private static ObjectNode place(String facility) {
        var agent = agent(concept(coding(TERMINOLOGY + "v3-RoleClass", "PROV")), false);
        agent.set("who", reference(facility));
        return agent;
    }

    private static ObjectNode agent(ObjectNode type, boolean requestor) {
        ObjectNode agent = JSON.objectNode().set("type", type);
        return agent.put("requestor", requestor);
    }

    private static ArrayNode entities(
            Audited request, Balp pattern, @Nullable String patient, Collection<String> touched) {
        var entities = JSON.arrayNode();
        var transaction = entities.addObject();
        transaction.set(
                "type", coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId"));
        transaction.putObject("what").putObject("identifier").put("value", request.requestId());
        if (patient != null) {
            entities.add(entity("1", "1", patient));
        }
        if (pattern == Balp.QUERY) {
            entities.add(query(request));
        }
        touched.forEach(reference -> entities.add(entity("2", "4", reference)));
        return entities;
    }

    private static ObjectNode query(Audited request) {
        var entity = JSON.objectNode();
        entity.set("type", coding(ENTITY_TYPE, "2").put("display", "System Object"));
        entity.set("role", coding(ENTITY_ROLE, "24").put("display", "Query"));
        return entity.put("query", (request.server() + "/" + request.query()).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode entity(String type, String role, String reference) {
        var entity = JSON.objectNode();
        entity.set("what", reference(reference));
        entity.set("type", coding(ENTITY_TYPE, type));
        entity.set("role", coding(ENTITY_ROLE, role));
        return entity;
    }

    private static AuditRecord record(
            String id,
            Instant recorded,
            ObjectNode event,
            Audited request,
            Balp pattern,
            @Nullable String patient,
            AuditEventOutcome outcome) {
        var caller = request.caller();
        return new AuditRecord(
                id,
                recorded,
                pattern.action().toCode(),
                outcome.toCode(),
                caller == null ? null : caller.id(),
                caller == null ? null : caller.role().code(),
                caller == null ? null : caller.facility(),
                caller == null ? null : request.purpose(caller, patient).code(),
                patient,
                request.requestId(),
                event.toString());
    }

    /** One record for each patient, or a single one when it was about none. */
    List<AuditRecord> forEach(Collection<String> patients, Function<@Nullable String, AuditRecord> record) {
        return patients.isEmpty()
                ? List.of(record.apply(null))
                : patients.stream().sorted().map(record).toList();
    }
}
