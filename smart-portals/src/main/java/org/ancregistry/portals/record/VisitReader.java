package org.ancregistry.portals.record;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads contacts, newest first, each with what was found and given at it. */
final class VisitReader {

    private static final String CHECK_IN = "clinic-check-in";

    /** Nobody was examined then. */
    private static final Set<String> NO_CONTACT = Set.of(CHECK_IN, EndReader.OUTCOME);

    private final Function<Reference, @Nullable String> names;
    private final Function<Reference, @Nullable String> elsewhere;
    private final Findings findings;
    private final ZoneId zone;

    /**
     * Made for one record.
     *
     * @param names of whom and what a reference means
     * @param elsewhere the other system in which an author wrote
     */
    VisitReader(
            Function<Reference, @Nullable String> names,
            Function<Reference, @Nullable String> elsewhere,
            Findings findings,
            ZoneId zone) {
        this.names = names;
        this.elsewhere = elsewhere;
        this.findings = findings;
        this.zone = zone;
    }

    /**
     * What she was given, whenever that was.
     *
     * @param medicines those that stand
     * @param vaccines those that stand
     */
    record Given(List<MedicationStatement> medicines, List<Immunization> vaccines) {

        Stream<MedicationStatement> medicinesAt(String contact) {
            return medicines.stream()
                    .filter(medicine -> contact.equals(medicine.getContext().getReference()));
        }

        Stream<Immunization> vaccinesAt(String contact) {
            return vaccines.stream()
                    .filter(vaccine -> contact.equals(vaccine.getEncounter().getReference()));
        }
    }

    /**
     * What was only planned or called off was no contact. One that was struck out shows that it was there, and nothing of
     * what was found.
     *
     * @param answered every finding that counts
     */
    List<Visit> read(Stream<Encounter> contacts, List<Finding> answered, Given given) {
        return contacts.filter(contact -> contact.getStatus() == EncounterStatus.FINISHED || isInError(contact))
                .filter(contact -> !NO_CONTACT.contains(Words.code(contact.getTypeFirstRep())))
                .map(contact -> visit(contact, found(contact, answered), given))
                .sorted(Comparator.comparing(Visit::start).reversed())
                .toList();
    }

    static List<CheckIn> checkIns(
            Stream<Encounter> contacts, Function<Reference, @Nullable String> names, ZoneId zone) {
        return contacts.filter(contact -> CHECK_IN.equals(Words.code(contact.getTypeFirstRep())))
                .filter(contact -> !isInError(contact) && contact.getStatus() != EncounterStatus.CANCELLED)
                .map(contact -> new CheckIn(
                        contact.getServiceProvider().getReference(),
                        names.apply(contact.getServiceProvider()),
                        contact.getPeriod().getStart().toInstant().atZone(zone)))
                .sorted(Comparator.comparing(CheckIn::at).reversed())
                .toList();
    }

    static boolean isInError(Encounter contact) {
        return contact.getStatus() == EncounterStatus.ENTEREDINERROR;
    }

    private static List<Finding> found(Encounter contact, List<Finding> answered) {
        var reference = RecordReader.reference(contact);
        return answered.stream()
                .filter(finding -> reference.equals(finding.contact()))
                .toList();
    }

    private Visit visit(Encounter contact, List<Finding> found, Given given) {
        return new Visit(
                RecordReader.reference(contact),
                Words.contactNumber(contact),
                contact.getPeriod().getStartElement().getValue().toInstant().atZone(zone),
                Words.code(contact.getTypeFirstRep()),
                names.apply(contact.getServiceProvider()),
                names.apply(contact.getParticipantFirstRep().getIndividual()),
                elsewhere.apply(contact.getParticipantFirstRep().getIndividual()),
                Words.note(contact),
                contact.getPartOf().getReference(),
                isInError(contact),
                found,
                isInError(contact) ? List.of() : medicines(contact, found, given),
                isInError(contact) ? List.of() : vaccines(contact, given));
    }

    private List<Medicine> medicines(Encounter contact, List<Finding> found, Given given) {
        return new MedicineReader(findings).read(given.medicinesAt(RecordReader.reference(contact)), found);
    }

    private List<Vaccine> vaccines(Encounter contact, Given given) {
        return given.vaccinesAt(RecordReader.reference(contact))
                .map(vaccine -> Vaccine.of(vaccine, findings))
                .distinct()
                .toList();
    }
}
