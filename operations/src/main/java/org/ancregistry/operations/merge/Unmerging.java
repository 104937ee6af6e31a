package org.ancregistry.operations.merge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.SignIns;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.MergeLedger.Merged;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one record two again, as they were; what was written since stays where it was written. */
public final class Unmerging {

    private static final Logger LOG = LoggerFactory.getLogger(Unmerging.class);

    private final Once once;
    private final Records records;
    private final Reach reach;
    private final MergeLedger ledger;
    private final SignIns signIns;
    private final Parting parting;
    private final Clock clock;

    public Unmerging(
            Once once,
            Records records,
            Reach reach,
            MergeLedger ledger,
            SignIns signIns,
            Parting parting,
            Clock clock) {
        this.once = once;
        this.records = records;
        this.reach = reach;
        this.ledger = ledger;
        this.signIns = signIns;
        this.parting = parting;
        this.clock = clock;
    }

    Parameters unmerge(Caller caller, String source, MergeRequest.How how) {
        Callers.require(caller, Role.SUPERVISOR);
        var content = new Content()
                .with("source-patient", new Reference(source))
                .with("reason", new StringType(how.reason()))
                .text();
        var asked = new Asked(Given.present(how.requestId(), "request-id"), "$unmerge", content);
        var answer = once.doOnce(caller, asked, () -> unmergeNow(caller, source, how.why()));
        return answer.told();
    }

    private Parameters unmergeNow(Caller caller, String source, String why) {
        var merged = standing(caller, source);
        var parts = parting.of(merged);
        signIns.move(merged.target(), merged.source(), merged.providers(), "merge taken back");
        ledger.undo(merged);
        var written = new ArrayList<Resource>(List.of(parts.target(), parts.source()));
        written.addAll(parts.putBack());
        records.write(written);
        var papers = new DeskPapers(source, ContactMoment.now(clock), caller.id(), caller.facility());
        records.write(List.of(MergePapers.parted(papers, written, why)));
        LOG.info("Parted {} from {} for {}", merged.source(), merged.target(), caller.id());
        return MergeAnswer.parted(
                MergeAnswer.of("Both records are as they were; look through what was written since.", parts.source()),
                parts.changed(),
                parts.left());
    }

    /** For those who care for her now; there is no such merge for anybody else. */
    private Merged standing(Caller caller, String source) {
        var merged = ledger.of(source)
                .filter(found -> reach.covers(caller, found.target()) || reach.covers(caller, source))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("No such record was merged into one in your care.")
                        .at("source-patient"));
        ledger.of(merged.target()).ifPresent(later -> {
            throw Problem.ALREADY_DECIDED
                    .because("The record that it was merged into was merged itself: take that back first.")
                    .at("source-patient")
                    .concerning(later.source());
        });
        Objects.requireNonNull(merged.provenance(), "A merge that stands has its Provenance.");
        return merged;
    }
}
