package org.ancregistry.portals.record;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contact.
 *
 * @param reference {@code Encounter/…}
 * @param number the contact's number in this pregnancy, absent for a check-in
 * @param type code of {@code anc-contact-type}
 * @param place the facility's name, where the answer had it
 * @param by who gave the care, where the answer had it
 * @param elsewhere the other system in which it was written, where it was brought from one
 * @param note what was written
 * @param partOf {@code Encounter/…}, the earlier contact that it only adds something to; nobody met her then
 * @param enteredInError whether it was marked so; it stays visible and counts for nothing
 * @param medicines what she was given, told to take or said that she takes
 * @param vaccines what she was given, and what somebody wrote that she was not
 */
public record Visit(
        String reference,
        @Nullable Integer number,
        ZonedDateTime start,
        String type,
        @Nullable String place,
        @Nullable String by,
        @Nullable String elsewhere,
        @Nullable String note,
        @Nullable String partOf,
        boolean enteredInError,
        List<Finding> findings,
        List<Medicine> medicines,
        List<Vaccine> vaccines) {

    public Visit {
        findings = List.copyOf(findings);
        medicines = List.copyOf(medicines);
        vaccines = List.copyOf(vaccines);
    }

    /** Whether it only adds something to an earlier contact. */
    public boolean addition() {
        return partOf != null;
    }

    public Optional<Finding> finding(String name) {
        return findings.stream().filter(finding -> finding.is(name)).findFirst();
    }

    /** Whether she was met: nobody was when something was added later, or when she was only called. */
    public boolean met() {
        return !addition() && !type.equals("phone");
    }

    /** {@code 118/74}, when both numbers were taken; after it the second reading, when there was one. */
    public List<String> pressures() {
        return Stream.of("", "repeat_")
                .flatMap(which -> pressure(which).stream())
                .toList();
    }

    private Optional<String> pressure(String which) {
        return finding(which + "systolic")
                .flatMap(systolic -> finding(which + "diastolic")
                        .map(diastolic -> systolic.numberText() + "/" + diastolic.numberText()));
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Visit[" + reference + "]";
    }
}
