package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The mothers whom a midwife may see, as the registry lists them. */
public final class Mothers {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";
    private static final String VERIFIED = "https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified";

    private final Registry registry;

    Mothers(Registry registry) {
        this.registry = registry;
    }

    /** At most {@code limit} mothers whose pregnancy one of {@code areas} looks after, latest registered first. */
    public List<Mother> inCareOf(HttpServletRequest request, Collection<String> areas, int limit) {
        return areas.isEmpty()
                ? List.of()
                : mothers(registry.ask(request, client -> pregnancies(client, areas, limit)));
    }

    /** One mother, by the id of her record. */
    public Mother mother(HttpServletRequest request, String id) {
        var patient = registry.ask(
                request,
                client -> client.read().resource(Patient.class).withId(id).execute());
        return mother(patient, null);
    }

    private static Bundle pregnancies(IGenericClient client, Collection<String> areas, int limit) {
        return client.search()
                .forResource(EpisodeOfCare.class)
                .where(new ReferenceClientParam("organization").hasAnyOfIds(areas))
                .and(new TokenClientParam("status").exactly().code("active"))
                .include(EpisodeOfCare.INCLUDE_PATIENT)
                .sort()
                .descending("_lastUpdated")
                .count(limit)
                .returnBundle(Bundle.class)
                .execute();
    }

    private static List<Mother> mothers(Bundle found) {
        var patients = resources(found, Patient.class)
                .collect(Collectors.toMap(
                        patient -> "Patient/" + patient.getIdElement().getIdPart(), p -> p, (a, b) -> a));
        return resources(found, EpisodeOfCare.class)
                .flatMap(pregnancy -> mother(pregnancy, patients))
                .toList();
    }

    private static Stream<Mother> mother(EpisodeOfCare pregnancy, Map<String, Patient> patients) {
        var patient = patients.get(pregnancy.getPatient().getReference());
        var start = pregnancy.getPeriod().getStartElement().getValueAsString();
        return patient == null
                ? Stream.empty()
                : Stream.of(mother(patient, start == null ? null : LocalDate.parse(start.substring(0, 10))));
    }

    private static Mother mother(Patient patient, @Nullable LocalDate registered) {
        return new Mother(
                patient.getIdElement().getIdPart(),
                patient.getName().stream().map(Mothers::name).toList(),
                patient.getIdentifier().stream()
                        .filter(identifier -> PHN.equals(identifier.getSystem()))
                        .map(Identifier::getValue)
                        .findFirst()
                        .orElse(null),
                Boolean.TRUE.equals(verified(patient)),
                registered);
    }

    private static @Nullable Boolean verified(Patient patient) {
        var extension = patient.getExtensionByUrl(VERIFIED);
        return extension == null
                ? null
                : extension.getValueAsPrimitive().getValue().equals(true);
    }

    private static Mother.Name name(HumanName name) {
        var language = name.getExtensionByUrl(LANGUAGE);
        return new Mother.Name(
                name.hasText() ? name.getText() : name.getNameAsSingleString(),
                language == null ? null : language.getValueAsPrimitive().getValueAsString());
    }

    private static <T extends Resource> Stream<T> resources(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
