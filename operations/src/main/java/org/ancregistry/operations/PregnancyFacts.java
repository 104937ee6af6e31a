package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/** Looks up what earlier contacts wrote about a pregnancy. */
public interface PregnancyFacts {

    /**
     * The newest date that was recorded for that question and is not struck out.
     *
     * @param since the day on which the pregnancy began to be cared for: what is older belongs to an earlier one
     * @param without references of what is being struck out now
     */
    Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without);

    /** The newest date of that question, where nothing is being struck out. */
    default Optional<LocalDate> date(String patient, String code, LocalDate since) {
        return date(patient, code, since, Set.of());
    }

    /**
     * What was found since that day, with the illnesses and vaccines that she has told of at any time; newest first, and
     * nothing that is struck out.
     */
    List<Resource> foundSince(String patient, LocalDate day);

    /** What the rules found at her last contact, with what clinicians decided about it since. */
    Optional<RiskAssessment> lastAssessment(String patient);

    /** Every assessment of her that counts, of this pregnancy or another; the newest first. */
    List<RiskAssessment> assessments(String patient);

    /** What was found urgent at any of her contacts and is not struck out. */
    List<DetectedIssue> urgent(String patient);

    /** Everything that was written at that contact ({@code Encounter/…}) and can be struck out, without the contact. */
    List<Resource> writtenAt(String patient, String contact);

    /** What was added to that contact later and counts, each a contact itself. */
    List<Encounter> additionsTo(String contact);

    /** What that contact arranged, an appointment or a task of feedback, and nobody has changed since. */
    List<Resource> arrangedAt(String contact);

    /** The contacts of that pregnancy ({@code EpisodeOfCare/…}) that count, with what was added to them. */
    List<Encounter> contacts(String pregnancy);

    /** The plans of contacts to come that hold. */
    List<CarePlan> schedules(String patient);
}
