package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.web.Whose;
import org.hl7.fhir.r4.model.Bundle;

/**
 * All that a page of one mother shows. Of a contact that was entered in error it is shown that it was there; nothing
 * that was struck out, refuted or called off is among the rest.
 *
 * @param ended how her last pregnancy ended, while none is open
 * @param visits newest first
 * @param checkIns newest first
 * @param history findings that belong to no single contact or describe her history, newest first
 * @param allergies what she does not bear
 * @param medicines what she takes, then what she was given or told to take and does not
 * @param vaccines what she was given, and what somebody wrote that she was not
 * @param appointments earliest first
 * @param referrals newest first
 * @param tests what was ordered and found
 * @param spokenConsent what is put to her when she signs in herself
 * @param sharing with whom she shares it by her own word, a code of {@code Sharing}
 * @param ownConsent what she said herself about keeping and sharing it, and when
 * @param otherRecords ids of the Patients that a supervisor linked to this one as hers
 * @param midwifePhone the number of the area whose midwife looks after her
 * @param risk what the clinical rules said at her newest contact
 */
public record MotherRecord(
        Woman woman,
        Optional<Pregnancy> pregnancy,
        Optional<Ended> ended,
        List<Visit> visits,
        List<CheckIn> checkIns,
        List<Finding> history,
        List<Allergy> allergies,
        List<Medicine> medicines,
        List<Vaccine> vaccines,
        List<BookedVisit> appointments,
        List<ReferralLetter> referrals,
        Tests tests,
        Optional<SpokenConsent> spokenConsent,
        Optional<String> sharing,
        Optional<OwnConsent> ownConsent,
        List<String> otherRecords,
        Optional<String> midwifePhone,
        Optional<Risk> risk)
        implements Whose {

    public MotherRecord {
        visits = List.copyOf(visits);
        checkIns = List.copyOf(checkIns);
        history = List.copyOf(history);
        allergies = List.copyOf(allergies);
        medicines = List.copyOf(medicines);
        vaccines = List.copyOf(vaccines);
        appointments = List.copyOf(appointments);
        referrals = List.copyOf(referrals);
        otherRecords = List.copyOf(otherRecords);
    }

    /**
     * Reads the answer of {@code $anc-summary}.
     *
     * @param zone where the portal's clinics are: days are days there
     * @return empty when the answer holds no Patient
     */
    public static Optional<MotherRecord> of(Bundle summary, ZoneId zone) {
        return new RecordReader(summary, zone).read();
    }

    /** Every finding that counts, oldest first: of two contacts on one day, those of the later one come last. */
    public List<Finding> findings() {
        var ofVisits = validVisits().stream()
                .sorted(Comparator.comparing(Visit::start))
                .flatMap(visit -> oldestFirst(visit.findings()));
        return Stream.concat(oldestFirst(history), ofVisits)
                .sorted(Comparator.comparing(Finding::on, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * The record tells what is newest first, also of one contact, at which something may be measured twice. Both readings
     * of a pressure bear the moment of the contact, so that only their names tell which was the second.
     */
    private static Stream<Finding> oldestFirst(List<Finding> newestFirst) {
        var turned = new ArrayList<>(newestFirst);
        Collections.reverse(turned);
        turned.sort(Comparator.comparing(Finding::repeated));
        return turned.stream();
    }

    /** The latest answer to a question. */
    public Optional<Finding> latest(String name) {
        return findings().stream().filter(finding -> finding.is(name)).reduce((first, second) -> second);
    }

    /** Whether she was asked last and said that she knows of none. */
    public boolean knowsNoAllergy() {
        return allergies.isEmpty()
                && latest("allergies")
                        .filter(finding -> Allergy.NONE_KNOWN.equals(finding.answerCode()))
                        .isPresent();
    }

    /** Whether the record says nothing of allergies, so that she must be asked: that is not the same as none. */
    public boolean allergyUnknown() {
        return allergies.isEmpty() && !knowsNoAllergy();
    }

    /** What she takes. */
    public List<Medicine> taken() {
        return medicines.stream().filter(Medicine::taken).toList();
    }

    public Optional<BigDecimal> latestNumber(String name) {
        return latest(name).map(Finding::number);
    }

    /** Contacts that count, newest first. */
    public List<Visit> validVisits() {
        return visits.stream().filter(visit -> !visit.enteredInError()).toList();
    }

    /** Contacts that count and at which she was met, newest first. */
    public List<Visit> meetings() {
        return validVisits().stream().filter(Visit::met).toList();
    }

    /** Whether she was met on that day or after it. */
    public boolean metSince(LocalDate day) {
        return meetings().stream()
                .anyMatch(visit -> !visit.start().toLocalDate().isBefore(day));
    }

    /** Appointments from that day on that stand, earliest first. */
    public List<BookedVisit> toCome(LocalDate today) {
        return appointments.stream()
                .filter(booked ->
                        !booked.cancelled() && !booked.start().toLocalDate().isBefore(today))
                .toList();
    }

    /** Appointments before that day, newest first. */
    public List<BookedVisit> past(LocalDate today) {
        var past = new ArrayList<>(appointments.stream()
                .filter(booked -> booked.start().toLocalDate().isBefore(today))
                .toList());
        Collections.reverse(past);
        return past;
    }

    /** The next appointment from that day on that stands. */
    public Optional<BookedVisit> nextBooked(LocalDate today) {
        return toCome(today).stream().findFirst();
    }

    /** The planned contact that she has not been to; when its window is over, she is overdue. */
    public Optional<Pregnancy.Window> nextPlanned() {
        var lastContact = meetings().stream()
                .map(visit -> visit.start().toLocalDate())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return pregnancy.flatMap(present -> present.plannedAfter(lastContact));
    }

    @Override
    public String whose() {
        return woman.name() + woman.phn().map(phn -> "   " + phn.grouped()).orElse("");
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "MotherRecord[" + woman.reference() + "]";
    }
}
