package org.ancregistry.operations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.MatchGrade;
import org.jspecify.annotations.Nullable;

/** Pairs of records that may be of one woman, as a job found them. */
public interface LikelyDuplicates {

    /** Pairs that nobody has decided about, the likeliest first. */
    List<Pair> page(Wanted wanted, int from, int most);

    /** Keeps that two records are of two women, or are one woman's: the pair does not come back. */
    void decided(String patient, String other, boolean same);

    /** The job's own list has the pair again, after a link was taken back. */
    void undecided(String patient, String other);

    /**
     * Which pairs.
     *
     * @param areas of the one who asks: both records are of one of them, or of one within it
     * @param area at least one record is of this one; absent for all of them
     * @param least the least sure grade
     */
    record Wanted(Set<String> areas, @Nullable String area, MatchGrade least) {

        public Wanted {
            areas = Set.copyOf(areas);
        }
    }

    /**
     * Two records.
     *
     * @param patient {@code Patient/…}
     * @param other {@code Patient/…}
     * @param score probability, from 0 to 1, that both are of one woman
     * @param grade {@code certain}, {@code probable} or {@code possible}
     */
    record Pair(String patient, String other, double score, String grade, Instant found) {}
}
