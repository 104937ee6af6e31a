package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.AccessLogEntries.Page;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who looked at whose record: one woman's, or everybody's for a privacy officer. */
public final class AccessLog {

    private static final int A_PAGE = 50;
    private static final int LAST_PAGE = 500;

    private final Registry registry;

    AccessLog(Registry registry) {
        this.registry = registry;
    }

    /**
     * What a privacy officer looks for; what is absent does not matter.
     *
     * @param phn the number on a mother's card
     * @param by {@code Practitioner/…} or a program's name
     * @param purpose a code of v3-ActReason
     * @param aboutWomen whether what was about nobody's record is left out
     */
    public record Filter(
            @Nullable String phn,
            @Nullable String by,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String purpose,
            boolean aboutWomen) {}

    /**
     * Who looked at the record of {@code patient} ({@code Patient/…}), newest first, with the names of people and places,
     * in one call.
     *
     * @param page its number, from 1; the nearest that there may be for any other
     */
    public WhoLooked of(HttpServletRequest request, String patient, int page) {
        var number = Math.min(Math.max(page, 1), LAST_PAGE);
        var found = page(registry.ask(
                request,
                client -> client.search()
                        .forResource(AuditEvent.class)
                        .where(AuditEvent.PATIENT.hasId(patient))
                        .include(AuditEvent.INCLUDE_AGENT)
                        .offset((number - 1) * A_PAGE)
                        .count(A_PAGE)
                        .returnBundle(Bundle.class)
                        .execute()));
        return WhoLooked.of(found, number);
    }

    /** One, with the names of the people and places in it; none when it is not for the caller. */
    public Optional<Look> one(HttpServletRequest request, String id) {
        return read(request, AuditEvent.class, "AuditEvent/" + id).map(event -> {
            var found = new Bundle();
            found.addEntry().setResource(event);
            event.getAgent().stream()
                    .map(agent -> String.valueOf(agent.getWho().getReference()))
                    .flatMap(reference -> named(request, reference).stream())
                    .forEach(named -> found.addEntry().setResource(named));
            return page(found).looks().get(0);
        });
    }

    private Optional<? extends Resource> named(HttpServletRequest request, String reference) {
        return switch (reference.substring(0, Math.max(reference.indexOf('/'), 0))) {
            case "Practitioner" -> read(request, Practitioner.class, reference);
            case "Organization" -> read(request, Organization.class, reference);
            default -> Optional.empty();
        };
    }

    /** Somebody may have left, and a clinic may be gone. */
    private <R extends Resource> Optional<R> read(HttpServletRequest request, Class<R> type, String reference) {
        try {
            return Optional.of(registry.ask(
                    request,
                    client -> client.read().resource(type).withId(reference).execute()));
        } catch (RegistryRefusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /** Everybody's, newest first. What is looked for stands in no address. */
    public Page all(HttpServletRequest request, Filter filter, int skipped, int limit) {
        return page(registry.ask(request, client -> {
            var search = client.search()
                    .forResource(AuditEvent.class)
                    .include(AuditEvent.INCLUDE_AGENT)
                    .offset(skipped)
                    .count(limit)
                    .usingStyle(SearchStyleEnum.POST);
            if (filter.phn() != null) {
                search.and(new StringClientParam("phn").matches().value(filter.phn()));
            }
            if (filter.by() != null) {
                search.and(new StringClientParam("agent").matches().value(filter.by()));
            }
            if (filter.purpose() != null) {
                search.and(new StringClientParam("purpose").matches().value(filter.purpose()));
            }
            if (filter.aboutWomen()) {
                search.and(new StringClientParam("about").matches().value("woman"));
            }
            bounds(filter)
                    .forEach(bound ->
                            search.and(new StringClientParam("date").matches().value(bound)));
            return search.returnBundle(Bundle.class).execute();
        }));
    }

    private static List<String> bounds(Filter filter) {
        return Stream.of(
                        filter.from() == null ? null : "ge" + filter.from(),
                        filter.until() == null ? null : "lt" + filter.until())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Page page(Bundle found) {
        return new AccessLogEntries(found).page();
    }
}
