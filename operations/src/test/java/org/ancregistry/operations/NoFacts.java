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

/** A pregnancy of which nothing was written yet. */
public class NoFacts implements PregnancyFacts {

    @Override
    public Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without) {
        return Optional.empty();
    }

    @Override
    public List<Resource> foundSince(String patient, LocalDate day) {
        return List.of();
    }

    @Override
    public Optional<RiskAssessment> lastAssessment(String patient) {
        return Optional.empty();
    }

    @Override
    public List<RiskAssessment> assessments(String patient) {
        return List.of();
    }

    @Override
    public List<Encounter> additionsTo(String contact) {
        return List.of();
    }

    @Override
    public List<Resource> arrangedAt(String contact) {
        return List.of();
    }

    @Override
    public List<Encounter> contacts(String pregnancy) {
        return List.of();
    }

    @Override
    public List<DetectedIssue> urgent(String patient) {
        return List.of();
    }

    @Override
    public List<Resource> writtenAt(String patient, String contact) {
        return List.of();
    }

    @Override
    public List<CarePlan> schedules(String patient) {
        return List.of();
    }
}
