package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.jspecify.annotations.Nullable;

/** Reads the pregnancy that is open, with what is planned in it. */
final class PregnancyReader {

    private final Findings findings;
    private final PlanReader planned;

    PregnancyReader(Findings findings, PlanReader planned) {
        this.findings = findings;
        this.planned = planned;
    }

    /** @param answered every finding of the record, oldest first */
    Optional<Pregnancy> read(Stream<EpisodeOfCare> episodes, Stream<CarePlan> plans, List<Finding> answered) {
        return episodes.filter(episode -> episode.getStatus() == EpisodeOfCare.EpisodeOfCareStatus.ACTIVE)
                .findFirst()
                .map(episode -> pregnancy(episode, planned.read(plans), answered));
    }

    /** One that is over: nothing is planned in it any more. */
    Pregnancy over(EpisodeOfCare episode, List<Finding> answered) {
        return pregnancy(episode, List.of(), answered);
    }

    private Pregnancy pregnancy(EpisodeOfCare episode, List<Pregnancy.Window> planned, List<Finding> answered) {
        var since = findings.day(episode.getPeriod().getStartElement());
        return new Pregnancy(
                RecordReader.reference(episode),
                episode.getMeta().getVersionId(),
                since,
                edd(answered, since),
                planned);
    }

    /** What was said before belongs to an earlier pregnancy. */
    private static @Nullable LocalDate edd(List<Finding> answered, @Nullable LocalDate since) {
        return answered.stream()
                .filter(finding -> finding.is("edd") && finding.date() != null)
                .filter(finding ->
                        since == null || finding.on() == null || !finding.on().isBefore(since))
                .sorted(Comparator.comparing(Finding::on, Comparator.nullsFirst(Comparator.naturalOrder())))
                .reduce((earlier, later) -> later)
                .map(Finding::date)
                .orElse(null);
    }
}
