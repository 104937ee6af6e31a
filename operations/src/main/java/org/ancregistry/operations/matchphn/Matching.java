package org.ancregistry.operations.matchphn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/**
 * Compares the woman who is present with the record of a PHN, or with the records that may be hers. Only who has her own
 * live authentication, or was granted to read everybody, is told why a number does not lead to a record; all others get
 * one answer.
 */
public final class Matching {

    private static final String NO_SUCH_RECORD = "No such record among those in your care.";

    private final Transactions transactions;
    private final LiveEvidence evidences;
    private final TypedNationalId typedIds;
    private final NumberLookup numbers;
    private final LikelyRecords likely;
    private final OutsideLook outsideLook;
    private final Reach reach;
    private final Attempts attempts;

    public Matching(
            Transactions transactions,
            LiveEvidence evidences,
            TypedNationalId typedIds,
            NumberLookup numbers,
            LikelyRecords likely,
            OutsideLook outsideLook,
            Reach reach,
            Attempts attempts) {
        this.transactions = transactions;
        this.evidences = evidences;
        this.typedIds = typedIds;
        this.numbers = numbers;
        this.likely = likely;
        this.outsideLook = outsideLook;
        this.reach = reach;
        this.attempts = attempts;
    }

    Parameters match(Caller caller, MatchPhn asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.SYSTEM);
        var woman = woman(caller, asked);
        var isTold = woman.evidence() != null || Callers.systemMayRead(caller);
        if (!isTold) {
            attempts.count(caller, "$match-phn");
        }
        return asked.phn() == null ? found(caller, woman) : byNumber(caller, asked.phn(), woman, isTold);
    }

    /** Records that may be hers, here and, where she proved who she is, in the country's directory. */
    private Parameters found(Caller caller, WomanPresent woman) {
        var here = transactions.inOne(
                caller,
                () -> likely.like(
                        new Wanted(woman.known(), caller.areas()),
                        woman.subject(),
                        found -> woman.evidence() != null ? found : reach.among(caller, found)));
        var outside = woman.evidence() == null ? Seen.NOTHING : outsideLook.like(woman.known());
        var all = new ArrayList<>(here);
        all.addAll(outside.likely());
        var answer = MatchAnswer.of(all);
        return outside.unanswered() ? MatchAnswer.withDirectoryUnavailable(answer) : answer;
    }

    private WomanPresent woman(Caller caller, MatchPhn asked) {
        var person = asked.person() == null ? new Patient() : asked.person();
        var told = PatientDemographics.of(person, typedIds.in(person));
        if (asked.evidence() == null) {
            return WomanPresent.of(null, told);
        }
        var draft = Given.present(asked.draft(), "draft");
        return WomanPresent.of(evidences.require(caller, asked.evidence(), draft), told);
    }

    private Parameters byNumber(Caller caller, String typed, WomanPresent woman, boolean isTold) {
        if (isTold) {
            var phn = numbers.parse(typed);
            Predicate<String> mayBeAskedAbout = found -> woman.evidence() != null || reach.covers(caller, found);
            return compared(phn, woman, transactions.inOne(caller, () -> holder(phn, woman, mayBeAskedAbout)));
        }
        return transactions.inOne(
                caller,
                () -> Phn.parse(typed)
                        .flatMap(phn -> numbers.holderWithin(phn, found -> reach.covers(caller, found)))
                        .map(record -> MatchAnswer.of(List.of(likely.compare(woman.known(), record))))
                        .orElseThrow(() -> Problem.NOT_FOUND.because(NO_SUCH_RECORD)));
    }

    /** A record that its woman closed to the one who asks is answered as one that nobody has. */
    private Optional<LikelyRecord> holder(Phn phn, WomanPresent woman, Predicate<String> mayBeAskedAbout) {
        return numbers.holder(phn, woman.subject(), mayBeAskedAbout)
                .map(record -> likely.compare(woman.known(), record));
    }

    private Parameters compared(Phn phn, WomanPresent woman, Optional<LikelyRecord> here) {
        var answer = here.or(() -> numbers.inDirectory(phn).map(record -> likely.compare(woman.known(), phn, record)))
                .map(candidate -> MatchAnswer.of(List.of(candidate)))
                .orElseThrow(() -> Problem.PHN_UNKNOWN
                        .because("Nobody holds this PHN: read it once more from her card.")
                        .at("phn"));
        return numbers.vouchedFor(phn) ? answer : MatchAnswer.withUnknownCheck(answer);
    }
}
