package org.ancregistry.server.indicators;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Reads from a resource what is kept of it. */
final class FactReading {

    private static final String AT_HOME = "home-visit";
    private static final Set<EpisodeOfCareStatus> NONE =
            Set.of(EpisodeOfCareStatus.CANCELLED, EpisodeOfCareStatus.ENTEREDINERROR);

    private final ZoneId zone;

    FactReading(ZoneId zone) {
        this.zone = zone;
    }

    /** Empty when resources of that kind say nothing that is counted, or it is about nobody. */
    Optional<Fact> of(IBaseResource resource) {
        if (resource instanceof Patient mother) {
            return Optional.of(new Fact(FactTable.MOTHER, name(mother), name(mother), mother(mother)));
        } else if (resource instanceof EpisodeOfCare pregnancy) {
            return fact(FactTable.PREGNANCY, pregnancy, Answered.reference("Patient", pregnancy.getPatient()));
        } else if (resource instanceof Encounter contact) {
            return fact(FactTable.SEEN, contact, Answered.reference("Patient", contact.getSubject()));
        }
        return Answered.mayBeIn(resource)
                ? fact(FactTable.FOUND, resource, Answered.patient(resource))
                : Optional.empty();
    }

    private Optional<Fact> fact(FactTable table, IBaseResource resource, @Nullable String patient) {
        return Optional.ofNullable(patient)
                .map(woman -> new Fact(table, name(resource), woman, rows(resource, name(resource), woman)));
    }

    private List<List<@Nullable Object>> rows(IBaseResource resource, String name, String patient) {
        if (resource instanceof EpisodeOfCare pregnancy) {
            return pregnancy(pregnancy, name, patient);
        } else if (resource instanceof Encounter contact) {
            return contact(contact, name, patient);
        }
        return Answered.in(resource, zone).stream()
                .map(answer -> row(name, patient, answer.contact(), answer.field(), answer.value(), answer.on()))
                .toList();
    }

    private static List<List<@Nullable Object>> mother(Patient mother) {
        var born = PatientDemographics.birthDate(mother);
        var earlier = LinkedRecords.any(mother).orElse(null);
        return born == null && earlier == null ? List.of() : List.of(row(name(mother), born, earlier));
    }

    private List<List<@Nullable Object>> pregnancy(EpisodeOfCare pregnancy, String name, String patient) {
        var unit = Answered.reference("Organization", pregnancy.getManagingOrganization());
        var begins = Answered.day(pregnancy.getPeriod().getStartElement(), zone);
        var ends = Answered.day(pregnancy.getPeriod().getEndElement(), zone);
        return NONE.contains(pregnancy.getStatus()) || unit == null || begins == null
                ? List.of()
                : List.of(row(name, patient, unit, begins, ends));
    }

    private List<List<@Nullable Object>> contact(Encounter contact, String name, String patient) {
        var pregnancy = Answered.reference("EpisodeOfCare", contact.getEpisodeOfCareFirstRep());
        var on = Answered.day(contact.getPeriod().getStartElement(), zone);
        var facility = Answered.reference("Organization", contact.getServiceProvider());
        return contact.getStatus() != EncounterStatus.FINISHED
                        || Contacts.is(contact, Contacts.CHECK_IN)
                        || pregnancy == null
                        || on == null
                ? List.of()
                : List.of(row(
                        name,
                        patient,
                        pregnancy,
                        Answered.reference("Encounter", contact.getPartOf()),
                        Contacts.is(contact, AT_HOME),
                        on,
                        facility,
                        !Contacts.is(contact, Contacts.OUTCOME) && !Contacts.isCall(contact)));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static String name(IBaseResource resource) {
        return Objects.requireNonNull(
                resource.getIdElement().toUnqualifiedVersionless().getValue());
    }
}
