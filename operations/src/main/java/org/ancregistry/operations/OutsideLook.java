package org.ancregistry.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;

/**
 * Looks for a woman in the country's directory before she is given a number, as far as it answers: while it does not, work
 * goes on, and the look is made later.
 */
public final class OutsideLook {

    private static final int MOST_SHOWN = 5;

    private final PhnDirectory directory;
    private final PhnRegister register;
    private final LikelyRecords likely;

    public OutsideLook(PhnDirectory directory, PhnRegister register, LikelyRecords likely) {
        this.directory = directory;
        this.register = register;
        this.likely = likely;
    }

    /**
     * What was seen there.
     *
     * @param likely those that may be she and of whom nothing is known here, the likeliest first
     * @param unanswered whether the directory is there and did not answer
     */
    public record Seen(List<LikelyRecord> likely, boolean unanswered) {

        /** Nobody was asked. */
        public static final Seen NOTHING = new Seen(List.of(), false);

        private static final Seen UNANSWERED = new Seen(List.of(), true);

        public Seen {
            likely = List.copyOf(likely);
        }

        /**
         * The likeliest that a person has to look at before a second number is given out.
         *
         * @param apart numbers that were looked at and are other women's
         */
        public Optional<LikelyRecord> probable(Set<Phn> apart) {
            return likely.stream()
                    .filter(one -> one.phn() != null && !apart.contains(one.phn()))
                    .filter(one -> one.comparison().isWorthStopping())
                    .findFirst();
        }
    }

    public boolean isThere() {
        return directory.isThere();
    }

    /** Those that may be she. */
    public Seen like(Demographics woman) {
        return answered(() -> directory.like(woman).stream()
                .filter(known -> !isHeldHere(known.phn()))
                .map(known -> likely.found(woman, known.phn(), known.said()))
                .filter(one -> one.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(Comparator.comparingDouble(
                                (LikelyRecord one) -> one.comparison().score())
                        .reversed())
                .limit(MOST_SHOWN)
                .toList());
    }

    public boolean isHeldHere(Phn phn) {
        return register.holderOf(phn).isPresent();
    }

    /** Whether this registry can say by itself what has become of a number, so that nobody outside has to be asked. */
    public boolean isKnownHere(Phn phn) {
        return isHeldHere(phn) || register.retired(phn) || register.reserved(phn);
    }

    /** Who holds a number that nobody here holds. */
    public Seen holding(Phn phn, Demographics woman) {
        return answered(() -> directory.holderOf(phn).stream()
                .map(known -> likely.compare(woman, known.phn(), known.said()))
                .toList());
    }

    private Seen answered(Supplier<List<LikelyRecord>> look) {
        if (!directory.isThere()) {
            return Seen.NOTHING;
        }
        try {
            return new Seen(look.get(), false);
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.PHN_DIRECTORY_UNAVAILABLE) {
                throw refusal;
            }
            return Seen.UNANSWERED;
        }
    }
}
