package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Writes AuditEvents as BALP wants them, with references for people and never a name. */
final class AuditEvents {

    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ENTITY_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String ROLE = "https://ancregistry.org/fhir/CodeSystem/anc-role";

    private final FhirContext fhir;
    private final Clock clock;

    AuditEvents(FhirContext fhir, Clock clock) {
        this.fhir = fhir;
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
        var event = new AuditEvent();
        event.setId(UUID.randomUUID().toString());
        event.setAction(pattern.action()).setOutcome(outcome).setRecorded(Date.from(clock.instant()));
        event.setOutcomeDesc(why);
        describe(event, request, pattern, patient);
        event.getSource().getObserver().setDisplay(request.server());
        addAgents(event, request, pattern, patient);
        addEntities(event, request, pattern, patient);
        touched.forEach(reference -> entity(event, "2", "4", reference));
        return record(event, request, patient);
    }

    private static void describe(AuditEvent event, Audited request, Balp pattern, @Nullable String patient) {
        var profile = pattern.profile(patient != null);
        if (profile != null) {
            event.getMeta().addProfile(profile);
        }
        event.setType(
                new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"));
        event.addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", request.interaction(), null));
        if (request.operation() != null) {
            event.addSubtype(
                    new Coding("https://ancregistry.org/fhir/CodeSystem/anc-operation", request.operation(), null));
        }
    }

    private static void addAgents(AuditEvent event, Audited request, Balp pattern, @Nullable String patient) {
        var client = event.addAgent().setRequestor(false);
        client.getType().addCoding(pattern.client());
        client.getNetwork().setAddress(request.from()).setType(AuditEventAgentNetworkType._2);
        var server = event.addAgent().setRequestor(false);
        server.getType().addCoding(pattern.server());
        server.getWho().setDisplay(request.server());
        server.getNetwork().setAddress(request.server()).setType(AuditEventAgentNetworkType._5);
        var caller = request.caller();
        client.getWho().setDisplay(caller == null ? request.from() : caller.client());
        if (caller != null) {
            addPerson(event.addAgent().setRequestor(true), caller, request.purpose(caller, patient));
            addPlace(event, caller);
        }
    }

    private static void addPerson(AuditEventAgentComponent agent, Caller caller, Purpose purpose) {
        agent.getType()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient"));
        agent.addRole().addCoding(new Coding(ROLE, caller.role().code(), null));
        agent.addPurposeOfUse()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", purpose.code(), null));
        if (caller.id().contains("/")) {
            agent.setWho(new Reference(caller.id()));
        } else {
            agent.getWho().getIdentifier().setValue(caller.id());
        }
    }

    /** Where the person works, so that a woman can tell who that was. */
    private static void addPlace(AuditEvent event, Caller caller) {
        if (caller.facility() != null) {
            var place = event.addAgent().setRequestor(false).setWho(new Reference(caller.facility()));
            place.getType().addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleClass", "PROV", null));
        }
    }

    private static void addEntities(AuditEvent event, Audited request, Balp pattern, @Nullable String patient) {
        var transaction = event.addEntity();
        transaction.setType(
                new Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null));
        transaction.getWhat().getIdentifier().setValue(request.requestId());
        if (patient != null) {
            entity(event, "1", "1", patient);
        }
        if (pattern == Balp.QUERY) {
            event.addEntity()
                    .setType(new Coding(ENTITY_TYPE, "2", "System Object"))
                    .setRole(new Coding(ENTITY_ROLE, "24", "Query"))
                    .setQuery((request.server() + "/" + request.query()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void entity(AuditEvent event, String type, String role, String reference) {
        event.addEntity()
                .setType(new Coding(ENTITY_TYPE, type, null))
                .setRole(new Coding(ENTITY_ROLE, role, null))
                .setWhat(new Reference(reference));
    }

    private AuditRecord record(AuditEvent event, Audited request, @Nullable String patient) {
        var caller = request.caller();
        return new AuditRecord(
                event.getIdElement().getIdPart(),
                event.getRecorded().toInstant(),
                event.getAction().toCode(),
                event.getOutcome().toCode(),
                caller == null ? null : caller.id(),
                caller == null ? null : caller.role().code(),
                caller == null ? null : caller.facility(),
                caller == null ? null : request.purpose(caller, patient).code(),
                patient,
                request.requestId(),
                Objects.requireNonNull(fhir.newJsonParser().encodeResourceToString(event)));
    }

    /** One record for each patient, or a single one when it was about none. */
    List<AuditRecord> forEach(Collection<String> patients, Function<@Nullable String, AuditRecord> record) {
        return patients.isEmpty()
                ? List.of(record.apply(null))
                : patients.stream().sorted().map(record).toList();
    }
}
