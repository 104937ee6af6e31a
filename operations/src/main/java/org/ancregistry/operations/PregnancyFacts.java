package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/** Looks up what earlier contacts wrote about a pregnancy. */
public interface PregnancyFacts {

    /**
     * The newest date that was recorded for that question and is not struck out.
     *
     * @param since the day on which the pregnancy began to be cared for: what is older belongs to an earlier one
     */
    Optional<LocalDate> date(String patient, String code, LocalDate since);

    /**
     * What was found since that day, with the illnesses and vaccines that she has told of at any time; newest first, and
     * nothing that is struck out.
     */
    List<Resource> foundSince(String patient, LocalDate day);

    /** What the rules found at her last contact, with what clinicians decided about it since. */
    Optional<RiskAssessment> lastAssessment(String patient);

    /** What was found urgent at any of her contacts and is not struck out. */
    List<DetectedIssue> urgent(String patient);

    /** Everything that was written at that contact ({@code Encounter/…}) and can be struck out, without the contact. */
    List<Resource> writtenAt(String patient, String contact);
}
