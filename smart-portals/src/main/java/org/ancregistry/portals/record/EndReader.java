package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ancregistry.domain.pregnancy.EndKind;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads how a woman's last pregnancy ended. */
final class EndReader {

    static final String OUTCOME = "outcome";

    private static final int WHOLE_DATE = "2000-01-01".length();

    private final Findings findings;

    EndReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Empty while a pregnancy is open, and where there never was one.
     *
     * @param read reads how far a pregnancy was
     */
    Optional<Ended> read(
            List<EpisodeOfCare> pregnancies,
            List<Encounter> contacts,
            List<Observation> observations,
            Function<EpisodeOfCare, Pregnancy> read) {
        if (pregnancies.stream().anyMatch(pregnancy -> pregnancy.getStatus() == EpisodeOfCareStatus.ACTIVE)) {
            return Optional.empty();
        }
        return pregnancies.stream()
                .filter(pregnancy -> pregnancy.getStatus() == EpisodeOfCareStatus.FINISHED)
                .max(Comparator.comparing(EndReader::begun)
                        .thenComparing(pregnancy ->
                                pregnancy.getIdElement().getIdPart().length())
                        .thenComparing(pregnancy -> pregnancy.getIdElement().getIdPart()))
                .map(pregnancy -> ended(pregnancy, read.apply(pregnancy), contact(pregnancy, contacts), observations));
    }

    private static String begun(EpisodeOfCare pregnancy) {
        return Objects.requireNonNullElse(
                pregnancy.getPeriod().getStartElement().getValueAsString(), "");
    }

    private static @Nullable String contact(EpisodeOfCare pregnancy, List<Encounter> contacts) {
        return contacts.stream()
                .filter(contact -> contact.getStatus() == EncounterStatus.FINISHED)
                .filter(contact -> OUTCOME.equals(Words.code(contact.getTypeFirstRep())))
                .filter(contact -> RecordReader.reference(pregnancy)
                        .equals(contact.getEpisodeOfCareFirstRep().getReference()))
                .map(RecordReader::reference)
                .findFirst()
                .orElse(null);
    }

    private Ended ended(
            EpisodeOfCare pregnancy, Pregnancy was, @Nullable String contact, List<Observation> observations) {
        var told = observations.stream()
                .filter(one ->
                        contact != null && contact.equals(one.getEncounter().getReference()))
                .toList();
        var children = new TreeMap<Integer, List<Finding>>();
        told.stream()
                .filter(one -> Words.child(one) != null)
                .forEach(one -> children.computeIfAbsent(Words.child(one), number -> new ArrayList<>())
                        .addAll(findings.in(one)));
        return new Ended(
                was,
                contact,
                Optional.ofNullable(Words.outcome(pregnancy))
                        .flatMap(EndKind::of)
                        .orElse(null),
                day(pregnancy.getPeriod().getEndElement()),
                told.stream()
                        .filter(one -> Words.child(one) == null)
                        .flatMap(one -> findings.in(one).stream())
                        .toList(),
                children.entrySet().stream().map(Map.Entry::getValue).toList());
    }

    /** The day as it is written there. */
    private static @Nullable LocalDate day(PrimitiveType<?> end) {
        var text = end.getValueAsString();
        return text == null || text.length() < WHOLE_DATE ? null : LocalDate.parse(text.substring(0, WHOLE_DATE));
    }
}
