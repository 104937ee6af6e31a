package org.ancregistry.operations.identityfeed;

import java.time.Clock;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Transactions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what another registry announces of its numbers: all of a Bundle or nothing, and what is said again changes nothing. */
public final class Receiving {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);

    private final Transactions transactions;
    private final Announced announced;
    private final Replaced replaced;
    private final Clock clock;

    public Receiving(Transactions transactions, Announced announced, Replaced replaced, Clock clock) {
        this.transactions = transactions;
        this.announced = announced;
        this.replaced = replaced;
        this.clock = clock;
    }

    /**
     * What became of a number.
     *
     * @param status as in the answer to a transaction
     * @param record the record that it leads to; absent for one that was not touched
     */
    record Applied(String status, Patient record) {

        static Applied unchanged(Patient record) {
            return new Applied("200 OK", record);
        }
    }

    /** The answer to a Bundle, entry for entry. */
    public Bundle take(Caller caller, Bundle bundle) {
        Callers.require(caller, Role.SYSTEM);
        var sent = FeedReader.read(bundle);
        var answer = transactions.inOne(caller, () -> {
            var all = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
            sent.forEach(one -> add(all, apply(caller, one)));
            return all;
        });
        LOG.info("Took {} announced numbers from {}", sent.size(), caller.client());
        return answer;
    }

    private Applied apply(Caller caller, FedPatient sent) {
        var papers = new FeedPapers(caller.client(), clock);
        return sent.replacedBy()
                .map(by -> replaced.apply(papers, sent, by))
                .orElseGet(() -> announced.apply(papers, sent));
    }

    private static void add(Bundle answer, Applied applied) {
        var id = applied.record().getIdElement().getIdPart();
        var version = applied.record().getMeta().getVersionId();
        answer.addEntry()
                .getResponse()
                .setStatus(applied.status())
                .setLocation("Patient/" + id + "/_history/" + version)
                .setEtag("W/\"" + version + "\"");
    }
}
