package org.ancregistry.operations.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.RecordContents;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * Makes everything in one record refer to another. Where a pregnancy is open in both, it is one pregnancy: its contacts
 * belong to the surviving record's, and the other was opened in error.
 */
public final class Moving {

    /** A woman's record has a few hundred resources after several pregnancies. */
    private static final int MOST = 2_000;

    private final RecordContents contents;
    private final ActivePregnancies pregnancies;

    public Moving(RecordContents contents, ActivePregnancies pregnancies) {
        this.contents = contents;
        this.pregnancies = pregnancies;
    }

    int count(String source) {
        return contents.of(source, MOST).size();
    }

    /** Whether both have a pregnancy that is being cared for. */
    boolean onePregnancy(String source, String target) {
        return pregnancies.of(source).isPresent() && pregnancies.of(target).isPresent();
    }

    /** All of the record, changed and not yet written. */
    List<Resource> moved(MergeRequest asked, DeskPapers papers) {
        var source = asked.source().patient();
        var target = asked.target().patient();
        var instead = new HashMap<>(Map.of(source, target));
        var theirs = pregnancies.of(target);
        var hers = theirs.flatMap(other -> pregnancies.of(source));
        hers.ifPresent(open -> instead.put(open, theirs.orElseThrow()));
        var all = contents.of(source, MOST);
        all.forEach(resource -> move(resource, instead, hers, papers));
        return all;
    }

    private static void move(
            Resource resource, Map<String, String> instead, Optional<String> twice, DeskPapers papers) {
        References.replace(resource, instead);
        if (resource instanceof EpisodeOfCare pregnancy
                && twice.filter(Canon.referenceTo(pregnancy)::equals).isPresent()) {
            pregnancy.setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
        } else if (resource instanceof CarePlan plan
                && twice.isPresent()
                && plan.getStatus() == CarePlanStatus.ACTIVE) {
            plan.setStatus(CarePlanStatus.REVOKED);
        } else if (resource instanceof Task task && Tasks.is(task, Tasks.DECIDE_MATCH) && Tasks.isOpen(task)) {
            Tasks.complete(task, papers, "same");
        }
    }
}
