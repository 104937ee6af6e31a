package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.pregnancy.EndKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * When and where women were cared for before, and how their pregnancies ended: what tells one woman's two records from two
 * women's. Nothing of what was found.
 */
public final class PastCare {

    private static final String OUTCOME = "https://ancregistry.org/fhir/StructureDefinition/anc-outcome";
    private static final String CONTACT_TYPES = "https://ancregistry.org/fhir/CodeSystem/anc-contact-type";
    private static final int MOST_PREGNANCIES = 50;
    private static final int MOST_VISITS = 100;
    private static final int SHOWN_VISITS = 8;
    private static final int WHOLE_DATE = "2000-01-01".length();

    private final Registry registry;
    private final Mothers mothers;

    PastCare(Registry registry, Mothers mothers) {
        this.registry = registry;
        this.mothers = mothers;
    }

    /**
     * One woman's.
     *
     * @param pregnancies the newest first
     * @param visits the newest of them first
     */
    public record History(List<PastPregnancy> pregnancies, List<PastVisit> visits) {

        public History {
            pregnancies = List.copyOf(pregnancies);
            visits = List.copyOf(visits);
        }
    }

    /**
     * A pregnancy that she was registered for.
     *
     * @param open whether it goes on
     * @param end how it ended, where the record says so
     */
    public record PastPregnancy(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean open,
            @Nullable EndKind end) {}

    /**
     * A contact.
     *
     * @param type code of {@code anc-contact-type}
     * @param place the facility's name, where the registry says it
     */
    public record PastVisit(
            @Nullable LocalDate on, String type, @Nullable String place) {}

    /**
     * Of those of the women whom the caller may read, by the id of their records; the others are absent.
     *
     * @param patients ids, or {@code Patient/…}
     */
    public Map<String, History> of(HttpServletRequest request, Stream<String> patients) {
        var ids = patients.map(patient -> patient.replace("Patient/", ""))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        var read = ids.stream().filter(id -> opens(request, id)).toList();
        if (read.isEmpty()) {
            return Map.of();
        }
        try {
            return histories(request, read);
        } catch (RegistryRefusal notForHer) {
            if (notForHer.status() == 403) {
                return Map.of();
            }
            throw notForHer;
        }
    }

    private Map<String, History> histories(HttpServletRequest request, List<String> read) {
        var pregnancies = pregnancies(request, read);
        var visits = visits(request, read);
        var histories = new HashMap<String, History>();
        read.forEach(id -> histories.put(id, new History(pregnanciesOf(id, pregnancies), visitsOf(id, visits))));
        return histories;
    }

    /** One by one, since a search that names one woman out of reach is refused whole; a page compares a handful at most. */
    private boolean opens(HttpServletRequest request, String id) {
        try {
            return mothers.all(request, List.of(id)).containsKey(id);
        } catch (RegistryRefusal outOfReach) {
            if (outOfReach.status() == 403) {
                return false;
            }
            throw outOfReach;
        }
    }

    private Bundle pregnancies(HttpServletRequest request, List<String> ids) {
        return registry.ask(
                request,
                client -> client.search()
                        .forResource(EpisodeOfCare.class)
                        .where(EpisodeOfCare.PATIENT.hasAnyOfIds(ids))
                        .count(MOST_PREGNANCIES)
                        .returnBundle(Bundle.class)
                        .execute());
    }

    private Bundle visits(HttpServletRequest request, List<String> ids) {
        return registry.ask(
                request,
                client -> client.search()
                        .forResource(Encounter.class)
                        .where(Encounter.PATIENT.hasAnyOfIds(ids))
                        .and(Encounter.STATUS.exactly().code("finished"))
                        .include(Encounter.INCLUDE_SERVICE_PROVIDER)
                        .sort()
                        .descending(Encounter.DATE)
                        .count(MOST_VISITS)
                        .returnBundle(Bundle.class)
                        .execute());
    }

    private static List<PastPregnancy> pregnanciesOf(String id, Bundle found) {
        return all(found, EpisodeOfCare.class)
                .filter(pregnancy ->
                        id.equals(pregnancy.getPatient().getReferenceElement().getIdPart()))
                .filter(pregnancy -> pregnancy.getStatus() != EpisodeOfCareStatus.ENTEREDINERROR)
                .map(PastCare::pregnancy)
                .sorted(Comparator.comparing(PastPregnancy::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
    }

    private static PastPregnancy pregnancy(EpisodeOfCare pregnancy) {
        var outcome = pregnancy.getExtensionByUrl(OUTCOME);
        return new PastPregnancy(
                day(pregnancy.getPeriod().getStartElement()),
                day(pregnancy.getPeriod().getEndElement()),
                pregnancy.getStatus() == EpisodeOfCareStatus.ACTIVE,
                Optional.ofNullable(outcome)
                        .map(ended -> ended.getValue().primitiveValue())
                        .flatMap(EndKind::of)
                        .orElse(null));
    }

    private static List<PastVisit> visitsOf(String id, Bundle found) {
        var places = new HashMap<String, String>();
        all(found, Organization.class)
                .forEach(place ->
                        places.put("Organization/" + place.getIdElement().getIdPart(), place.getName()));
        var visits = new ArrayList<PastVisit>();
        all(found, Encounter.class)
                .filter(visit ->
                        id.equals(visit.getSubject().getReferenceElement().getIdPart()))
                .filter(visit -> !visit.hasPartOf())
                .limit(SHOWN_VISITS)
                .forEach(visit -> visits.add(new PastVisit(
                        day(visit.getPeriod().getStartElement()),
                        type(visit),
                        places.get(String.valueOf(visit.getServiceProvider().getReference())))));
        return visits;
    }

    private static String type(Encounter visit) {
        return visit.getType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> CONTACT_TYPES.equals(coding.getSystem()))
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static @Nullable LocalDate day(PrimitiveType<?> moment) {
        var text = moment.getValueAsString();
        return text == null || text.length() < WHOLE_DATE ? null : LocalDate.parse(text.substring(0, WHOLE_DATE));
    }

    private static <R extends Resource> Stream<R> all(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
