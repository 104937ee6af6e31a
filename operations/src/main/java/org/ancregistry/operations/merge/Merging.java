package org.ancregistry.operations.merge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.SignIns;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.LikelyRecordParts;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.MergeLedger.Merged;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.merge.TwoRecords.Pair;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes two records of one woman one, in one transaction, so that it can be taken back. */
public final class Merging {

    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);

    private final Once once;
    private final Transactions transactions;
    private final Records records;
    private final TwoRecords two;
    private final Moving moving;
    private final BesideThem beside;
    private final Clock clock;

    public Merging(
            Once once,
            Transactions transactions,
            Records records,
            TwoRecords two,
            Moving moving,
            BesideThem beside,
            Clock clock) {
        this.once = once;
        this.transactions = transactions;
        this.records = records;
        this.two = two;
        this.moving = moving;
        this.beside = beside;
        this.clock = clock;
    }

    /**
     * What lies beside the two records.
     *
     * @param ledger numbers and keys
     * @param signIns her own sign-ins
     * @param likely lays one beside the other
     * @param keys for her national ID number in that comparison
     */
    public record BesideThem(MergeLedger ledger, SignIns signIns, LikelyRecords likely, StrongKeys keys) {}

    /** What would become of them; nothing is changed. */
    Parameters preview(Caller caller, MergeRequest asked) {
        Callers.require(caller, Role.SUPERVISOR);
        return transactions.inOne(caller, () -> previewed(asked, two.of(caller, asked)));
    }

    private Parameters previewed(MergeRequest asked, Pair pair) {
        var source = asked.source().patient();
        var target = asked.target().patient();
        var nationalId = beside.keys().nationalIds(List.of(source)).get(source);
        var compared = beside.likely().compare(PatientDemographics.of(pair.source(), nationalId), pair.target());
        var number = Phns.of(pair.source()).orElse(null);
        var hasNone = Phns.of(pair.target()).isEmpty();
        var result = pair.target().copy();
        Survivor.join(
                pair.source().copy(),
                result,
                new Merged(0, source, target, number, hasNone, Set.of(), null, Instant.MIN));
        var answer = MergeAnswer.of("Nothing is changed yet: this is what the record would be.", result);
        MergeAnswer.preview(answer, pair, moving.count(source), moving.onePregnancy(source, target));
        LikelyRecordParts.add(answer, compared);
        return answer;
    }

    Parameters merge(Caller caller, MergeRequest asked) {
        Callers.require(caller, Role.SUPERVISOR);
        var answer = once.doOnce(caller, asked.once(), () -> mergeNow(caller, asked));
        return answer.told();
    }

    private Parameters mergeNow(Caller caller, MergeRequest asked) {
        var pair = two.of(caller, asked);
        TwoRecords.requireSeen(asked.source(), pair.source());
        TwoRecords.requireSeen(asked.target(), pair.target());
        var why = asked.how().why();
        var papers = new DeskPapers(asked.target().patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        var moved = moving.moved(asked, papers);
        var merged = besideThem(asked);
        Survivor.join(pair.source(), pair.target(), merged);
        write(pair, moved, papers, why, merged);
        LOG.info(
                "Merged {} into {} for {}",
                asked.source().patient(),
                asked.target().patient(),
                caller.id());
        var told = "The record was merged. It can be taken back with $unmerge.";
        return MergeAnswer.merged(MergeAnswer.of(told, pair.target()), moved.size());
    }

    private Merged besideThem(MergeRequest asked) {
        var source = asked.source().patient();
        var target = asked.target().patient();
        var providers = beside.signIns().providersOf(source);
        beside.signIns().move(source, target, providers, "merged");
        return beside.ledger().merge(source, target, providers);
    }

    private void write(Pair pair, List<Resource> moved, DeskPapers papers, String why, Merged merged) {
        var written = new ArrayList<Resource>(List.of(pair.source(), pair.target()));
        written.addAll(moved);
        records.write(written);
        written.remove(pair.source());
        var provenance = MergePapers.merged(papers, pair.source(), written, why);
        records.write(List.of(provenance));
        beside.ledger().keep(merged, Canon.referenceTo(provenance));
    }
}
