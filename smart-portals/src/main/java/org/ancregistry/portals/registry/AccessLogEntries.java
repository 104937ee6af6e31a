package org.ancregistry.portals.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.portals.registry.Look.Act;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads a page of the audit trail, with the people and places that come with it. */
public final class AccessLogEntries {

    private final List<AuditEvent> events;
    private final Map<String, String> names = new HashMap<>();
    private final boolean more;

    AccessLogEntries(Bundle found) {
        var resources = found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
        this.events = resources.stream()
                .filter(AuditEvent.class::isInstance)
                .map(AuditEvent.class::cast)
                .toList();
        resources.forEach(this::rememberName);
        this.more = found.getLink("next") != null;
    }

    /** A page of it. */
    public record Page(List<Look> looks, boolean more) {

        public Page {
            looks = List.copyOf(looks);
        }
    }

    private void rememberName(Resource resource) {
        var reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        if (resource instanceof Practitioner person) {
            var name = person.getNameFirstRep();
            names.put(reference, name.hasText() ? name.getText() : name.getNameAsSingleString());
        } else if (resource instanceof Organization place && place.hasName()) {
            names.put(reference, place.getName());
        }
    }

    Page page() {
        return new Page(events.stream().map(this::look).toList(), more);
    }

    private Look look(AuditEvent event) {
        var person = event.getAgent().stream()
                .filter(AuditEventAgentComponent::getRequestor)
                .findFirst()
                .orElseGet(AuditEventAgentComponent::new);
        var by = by(person);
        return new Look(
                event.getIdElement().getIdPart(),
                event.getRecorded().toInstant(),
                by,
                by.contains("/") ? names.get(by) : by,
                code(person.getRoleFirstRep().getCoding()),
                place(event),
                Act.of(subtype(event, "anc-operation"), String.valueOf(subtype(event, "restful-interaction"))),
                code(person.getPurposeOfUseFirstRep().getCoding()),
                event.getOutcome() != AuditEventOutcome._0,
                entity(event, "1"),
                requestId(event));
    }

    private static String by(AuditEventAgentComponent person) {
        var who = person.getWho();
        return who.hasReference()
                ? who.getReference()
                : Objects.requireNonNullElse(who.getIdentifier().getValue(), "");
    }

    private @Nullable String place(AuditEvent event) {
        return event.getAgent().stream()
                .map(agent -> String.valueOf(agent.getWho().getReference()))
                .filter(reference -> reference.startsWith("Organization/"))
                .map(names::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String subtype(AuditEvent event, String system) {
        return event.getSubtype().stream()
                .filter(subtype -> String.valueOf(subtype.getSystem()).endsWith("/" + system))
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String entity(AuditEvent event, String role) {
        return event.getEntity().stream()
                .filter(entity -> role.equals(entity.getRole().getCode()))
                .map(entity -> entity.getWhat().getReference())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String requestId(AuditEvent event) {
        return event.getEntity().stream()
                .filter(entity -> "XrequestId".equals(entity.getType().getCode()))
                .map(entity -> entity.getWhat().getIdentifier().getValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String code(List<Coding> codings) {
        return Optional.of(codings)
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(0).getCode())
                .orElse(null);
    }
}
