package org.ancregistry.operations.registeranc;

import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;

/**
 * Stops a second record of a woman who certainly or probably has one, however little of what is unique was told. A person
 * has the last word: who saw that record and says that it is another woman's registers her all the same. A sister or a twin
 * is no more than a possible match, and is registered without a question.
 */
public final class Duplicates {

    private static final int MOST_LOOKED_AT = 50;

    private final Candidates candidates;
    private final StrongKeys keys;
    private final Reach reach;

    public Duplicates(Candidates candidates, StrongKeys keys, Reach reach) {
        this.candidates = candidates;
        this.keys = keys;
        this.reach = reach;
    }

    /** Makes whoever registers the same woman at this moment wait for the end of this registration, or waits for theirs. */
    void hold(Registrant registrant) {
        candidates.hold(Wanted.of(registrant.compared()));
    }

    /** @param apart the records of which the midwife says that they are not hers */
    void refuse(Caller caller, Registrant registrant, Set<String> apart) {
        likely(new Wanted(registrant.compared(), caller.areas()), registrant, apart)
                .ifPresent(record -> {
                    throw registrant.verified() || reach.covers(caller, record)
                            ? inCare().concerning(record)
                            : elsewhere();
                });
    }

    private Optional<String> likely(Wanted woman, Registrant registrant, Set<String> apart) {
        return candidates.like(woman, MOST_LOOKED_AT).stream()
                .filter(found -> found.comparison().isWorthStopping())
                .map(Candidate::patient)
                .filter(record -> !apart.contains(record) && !isAnother(record, registrant))
                .findFirst();
    }

    /** An identity provider knows each person once: a record that is bound to another subject of it is another woman's. */
    private boolean isAnother(String record, Registrant registrant) {
        var subject = registrant.subject();
        return subject != null && keys.hasOther(record, StrongKey.of(subject));
    }

    private static Refusal inCare() {
        return Problem.LIKELY_REGISTERED
                .because("She is very likely registered already: open that record and compare."
                        + " If it is another woman's, say so and register her.")
                .at("different-from");
    }

    private static Refusal elsewhere() {
        return Problem.LIKELY_REGISTERED.because("She is very likely registered already, in another area:"
                + " verify who she is, or decide \"not sure\" and a supervisor compares.");
    }
}
