package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.record.Homes;
import org.ancregistry.portals.record.Reachable;
import org.ancregistry.portals.web.PortalSettings;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** The mothers whom a midwife may see, one by one. */
public final class Mothers {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";
    private static final String VERIFIED = "https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified";

    private final Registry registry;
    private final PortalSettings settings;

    Mothers(Registry registry, PortalSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** One mother, by the id of her record. */
    public Mother mother(HttpServletRequest request, String id) {
        return mother(registry.ask(
                request,
                client -> client.read().resource(Patient.class).withId(id).execute()));
    }

    /** How she is reached by text message; empty where no phone is on record. */
    public Optional<Reachable> reachable(HttpServletRequest request, String id) {
        return Reachable.of(registry.ask(
                request,
                client -> client.read().resource(Patient.class).withId(id).execute()));
    }

    /** Those of the women whom the caller may see, by the id of their records. */
    public Map<String, Mother> all(HttpServletRequest request, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Patient.class)
                        .where(Patient.RES_ID.exactly().codes(ids))
                        .count(ids.size())
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(patient -> mother((Patient) patient))
                .collect(Collectors.toMap(Mother::id, Function.identity()));
    }

    /** The contact with her that began today and is not over: {@code Encounter/…}. */
    public Optional<String> contactToday(HttpServletRequest request, String id) {
        var today = LocalDate.now(settings.timeZone()).toString();
        Bundle found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Encounter.class)
                        .where(Encounter.PATIENT.hasId(id))
                        .and(Encounter.STATUS.exactly().codes("arrived", "in-progress"))
                        .and(Encounter.DATE.afterOrEquals().day(today))
                        .sort()
                        .descending(Encounter.DATE)
                        .count(1)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(entry -> "Encounter/" + entry.getResource().getIdElement().getIdPart())
                .findFirst();
    }

    static Mother mother(Patient patient) {
        return new Mother(
                patient.getIdElement().getIdPart(),
                patient.getName().stream().map(Mothers::name).toList(),
                phn(patient),
                isVerified(patient),
                patient.getTelecom().stream()
                        .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE)
                        .map(ContactPoint::getValue)
                        .findFirst()
                        .orElse(null),
                Homes.now(patient).map(Address::getCity).orElse(null),
                patient.getManagingOrganization().getReference());
    }

    /** Her names in the order of every page. */
    static List<Mother.Name> names(Patient patient) {
        return Mother.inOrder(patient.getName().stream().map(Mothers::name).toList());
    }

    /** The number on her record, or on the one that a supervisor linked to it as hers. */
    private static @Nullable String phn(Patient patient) {
        return Stream.concat(
                        patient.getIdentifier().stream(),
                        patient.getLink().stream().map(link -> link.getOther().getIdentifier()))
                .filter(identifier -> PHN.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isVerified(Patient patient) {
        var extension = patient.getExtensionByUrl(VERIFIED);
        return extension != null && extension.getValue() instanceof BooleanType told && told.booleanValue();
    }

    private static Mother.Name name(HumanName name) {
        var language = name.getExtensionByUrl(LANGUAGE);
        return new Mother.Name(
                name.hasText() ? name.getText() : name.getNameAsSingleString(),
                language == null ? null : language.getValueAsPrimitive().getValueAsString());
    }
}
