package org.ancregistry.portals.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** Reads the answer of {@code $anc-summary} once, in one pass over its entries. */
final class RecordReader {

    private static final String DHIS2_USER = "urn:dhis2:user:uid";

    private final List<Resource> resources;
    private final Map<String, Resource> byReference = new HashMap<>();
    private final ZoneId zone;
    private final Findings findings;
    private final Women women = new Women();

    RecordReader(Bundle summary, ZoneId zone) {
        this.zone = zone;
        this.findings = new Findings(zone);
        this.resources = summary.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
        resources.forEach(resource -> byReference.put(reference(resource), resource));
    }

    Optional<MotherRecord> read() {
        return all(Patient.class).findFirst().map(this::read);
    }

    private MotherRecord read(Patient patient) {
        var answered = standing();
        var oldest = oldestFirst(answered);
        var pregnancies = new PregnancyReader(findings, new PlanReader(this::name, findings));
        var consents = new ConsentReader(all(Consent.class).toList(), findings);
        return new MotherRecord(
                women.woman(patient),
                pregnancies.read(all(EpisodeOfCare.class), all(CarePlan.class), oldest),
                new EndReader(findings)
                        .read(
                                all(EpisodeOfCare.class).toList(),
                                all(Encounter.class).toList(),
                                all(Observation.class).filter(Standing::of).toList(),
                                pregnancy -> pregnancies.over(pregnancy, oldest)),
                new VisitReader(this::name, this::elsewhere, findings, zone)
                        .read(
                                all(Encounter.class),
                                answered,
                                new VisitReader.Given(
                                        standing(MedicationStatement.class), standing(Immunization.class))),
                VisitReader.checkIns(all(Encounter.class), this::name, zone),
                answered.stream().filter(finding -> finding.contact() == null).toList(),
                Allergy.all(all(AllergyIntolerance.class).filter(Standing::of)),
                new MedicineReader(findings).read(standing(MedicationStatement.class).stream(), answered),
                standing(Immunization.class).stream()
                        .map(vaccine -> Vaccine.of(vaccine, findings))
                        .distinct()
                        .toList(),
                appointments(),
                new LetterReader(this::name, findings)
                        .read(all(ServiceRequest.class).filter(request -> !TestReader.isOrder(request))),
                new TestReader(this::name, this::elsewhere, findings)
                        .read(all(ServiceRequest.class), all(Observation.class)),
                consents.spoken(),
                consents.sharing(),
                consents.own(),
                patient.getLink().stream()
                        .filter(link -> link.getType() == LinkType.REFER || link.getType() == LinkType.SEEALSO)
                        .map(link -> link.getOther().getReferenceElement().getIdPart())
                        .filter(Objects::nonNull)
                        .toList(),
                midwifePhone(patient),
                new Risks(this::name, findings::day)
                        .newest(
                                all(RiskAssessment.class).toList(),
                                all(DetectedIssue.class).toList()));
    }

    private Optional<String> midwifePhone(Patient patient) {
        return byReference.get(String.valueOf(patient.getManagingOrganization().getReference()))
                        instanceof Organization area
                ? WorkPhone.of(area)
                : Optional.empty();
    }

    /** Of two contacts on one day, what the later one found comes last. */
    private List<Finding> oldestFirst(List<Finding> answered) {
        return answered.stream()
                .sorted(Comparator.comparing(this::moment, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private @Nullable Instant moment(Finding finding) {
        return finding.contact() != null
                        && byReference.get(finding.contact()) instanceof Encounter contact
                        && contact.getPeriod().getStart() != null
                ? contact.getPeriod().getStart().toInstant()
                : null;
    }

    /** Every finding that counts: neither itself nor the contact at which it was made was taken back. */
    private List<Finding> standing() {
        var struckOut = all(Encounter.class)
                .filter(VisitReader::isInError)
                .map(RecordReader::reference)
                .collect(Collectors.toSet());
        return resources.stream()
                .filter(Standing::of)
                .flatMap(resource -> findings.in(resource).stream())
                .filter(finding -> !struckOut.contains(String.valueOf(finding.contact())))
                .toList();
    }

    private List<BookedVisit> appointments() {
        return all(Appointment.class)
                .filter(Appointment::hasStart)
                .map(booked -> BookedVisit.of(booked, zone, this::name))
                .sorted(Comparator.comparing(BookedVisit::start))
                .toList();
    }

    /** Those that were not taken back. */
    private <T extends Resource> List<T> standing(Class<T> type) {
        return all(type).filter(Standing::of).toList();
    }

    private <T extends Resource> Stream<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }

    /** The name of whom or what a reference means: its display, or the resource beside it in the answer. */
    private @Nullable String name(Reference reference) {
        if (reference.hasDisplay()) {
            return reference.getDisplay();
        }
        var named = byReference.get(String.valueOf(reference.getReference()));
        if (named instanceof Organization organization) {
            return organization.getName();
        }
        return named instanceof Practitioner practitioner
                ? practitioner.getNameFirstRep().getText()
                : null;
    }

    /** Of whoever wrote in another system: whom $import-anc-bundle brought with what they wrote there. */
    private @Nullable String elsewhere(Reference author) {
        return byReference.get(String.valueOf(author.getReference())) instanceof Practitioner practitioner
                        && practitioner.getIdentifier().stream()
                                .anyMatch(identifier -> DHIS2_USER.equals(identifier.getSystem()))
                ? "DHIS2"
                : null;
    }

    static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
