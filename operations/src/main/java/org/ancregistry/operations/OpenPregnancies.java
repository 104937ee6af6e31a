package org.ancregistry.operations;

import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;

/** The pregnancy that is written about: nobody writes into one that is over. */
public final class OpenPregnancies {

    private final ActivePregnancies active;
    private final AllPregnancies all;
    private final Records records;

    public OpenPregnancies(ActivePregnancies active, AllPregnancies all, Records records) {
        this.active = active;
        this.all = all;
        this.records = records;
    }

    /**
     * The open pregnancy of {@code patient} ({@code Patient/…}).
     *
     * @throws Refusal {@link Problem#PREGNANCY_ENDED} when her last one is over, {@link Problem#NOT_FOUND} when she has none
     */
    public EpisodeOfCare of(String patient) {
        return active.of(patient)
                .flatMap(reference -> records.read(EpisodeOfCare.class, reference))
                .orElseThrow(() -> missing(patient));
    }

    private Refusal missing(String patient) {
        return all.of(patient).stream()
                .filter(pregnancy -> pregnancy.getStatus() == EpisodeOfCareStatus.FINISHED)
                .findFirst()
                .map(OpenPregnancies::ended)
                .orElseGet(() -> Problem.NOT_FOUND.because("She has no open pregnancy: register it first."));
    }

    private static Refusal ended(EpisodeOfCare pregnancy) {
        return Problem.PREGNANCY_ENDED
                .because("Her pregnancy has ended: register a new one, or take the ending back if it is wrong.")
                .concerning(Canon.referenceTo(pregnancy));
    }
}
