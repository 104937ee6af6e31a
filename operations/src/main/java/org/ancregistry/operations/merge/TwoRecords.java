package org.ancregistry.operations.merge;

import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.SignIns;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.merge.MergeRequest.Side;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Reads the two records that a supervisor names, as far as they are hers to merge and may be of one woman. */
public final class TwoRecords {

    private final Records records;
    private final StrongKeys keys;
    private final Reach reach;
    private final MergeLedger ledger;
    private final SignIns signIns;
    private final Clock clock;

    public TwoRecords(Records records, StrongKeys keys, Reach reach, MergeLedger ledger, SignIns signIns, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.reach = reach;
        this.ledger = ledger;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Both as they stand. */
    record Pair(Patient source, Patient target) {}

    Pair of(Caller caller, MergeRequest asked) {
        var source = record(caller, asked.source());
        var target = record(caller, asked.target());
        refuseMerged(asked.source());
        refuseMerged(asked.target());
        refuseTwoPersons(asked, source, target);
        return new Pair(source, target);
    }

    /** Those in her care; and one that an earlier decision linked to one of them. */
    private Patient record(Caller caller, Side side) {
        var record = records.read(Patient.class, side.patient());
        return record.filter(found ->
                        reach.covers(caller, side.patient()) || reachesLinked(caller, LinkedRecords.all(found)))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("No such record among those in your care.")
                        .at(side.name()));
    }

    private boolean reachesLinked(Caller caller, Set<String> linked) {
        return !reach.among(caller, linked).isEmpty();
    }

    private void refuseMerged(Side side) {
        ledger.of(side.patient()).ifPresent(before -> {
            throw Problem.ALREADY_DECIDED
                    .because("This record was merged into another: take that back first.")
                    .at(side.name())
                    .concerning(before.target());
        });
    }

    private void refuseTwoPersons(MergeRequest asked, Patient source, Patient target) {
        PossibleMother.require(source, clock);
        PossibleMother.require(target, clock);
        var one = asked.source().patient();
        var other = asked.target().patient();
        var numbers = keys.nationalIds(Set.of(one, other));
        var signedInTwice = !Collections.disjoint(signIns.providersOf(one), signIns.providersOf(other));
        if (signedInTwice || keys.provedApart(one, other) || differ(numbers.get(one), numbers.get(other))) {
            throw Problem.PHN_BOUND_TO_ANOTHER.because(
                    "They proved to be two persons, by their sign-in or their national ID numbers: leave them two.");
        }
    }

    private static boolean differ(@Nullable NationalIdHashes one, @Nullable NationalIdHashes other) {
        return one != null
                && other != null
                && !one.birthPart().equals(other.birthPart())
                && !one.serialPart().equals(other.serialPart());
    }

    /** Nobody merges what another changed meanwhile. */
    static void requireSeen(Side side, Patient record) {
        var version = record.getMeta().getVersionId();
        if (side.version() == null) {
            throw seenWhat(side);
        }
        if (!side.version().equals(version)) {
            throw Problem.VERSION_CONFLICT
                    .because("Somebody changed this record after you opened it: look at both again.")
                    .at(side.name())
                    .currentVersion(version);
        }
    }

    private static Refusal seenWhat(Side side) {
        return Problem.PARAMETER_INVALID
                .because("Say which version of both records you looked at: source-version and target-version.")
                .at(side.name());
    }
}
