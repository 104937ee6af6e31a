package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** A pregnancy of which nothing was written yet. */
public final class NoFacts implements PregnancyFacts {

    @Override
    public Optional<LocalDate> date(String patient, String code) {
        return Optional.empty();
    }

    @Override
    public List<Resource> foundSince(String patient, LocalDate day) {
        return List.of();
    }

    @Override
    public List<Resource> writtenAt(String patient, String contact) {
        return List.of();
    }
}
