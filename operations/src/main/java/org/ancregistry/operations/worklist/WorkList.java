package org.ancregistry.operations.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.rules.RiskGrade;
import org.jspecify.annotations.Nullable;

/** Who is next, out of what the record says: kept beside it, so that a list of the day is one look. */
public interface WorkList {

    /**
     * The mothers who are looked for, most pressing first.
     *
     * @param caller whose areas' mothers are meant, those of the areas within them too, but for those who keep her out
     * @param today the day on which she asks
     * @param from how many to leave out at the top
     * @param most at most that many
     */
    Page page(Caller caller, Sought sought, LocalDate today, int from, int most);

    /**
     * The villages in which the caller's mothers live, whomever she looks for; at most that many, in the order of the
     * database.
     */
    List<String> villages(Caller caller, LocalDate today, int most);

    /**
     * A part of the list.
     *
     * @param due the mothers under the tab that was asked for
     * @param counts how many of those who are looked for stand under each tab
     */
    record Page(List<Due> due, Map<Tab, Integer> counts) {

        public Page {
            due = List.copyOf(due);
            counts = Map.copyOf(counts);
        }
    }

    /**
     * When a mother should come next.
     *
     * @param patient {@code Patient/…}
     * @param pregnancy {@code EpisodeOfCare/…}
     * @param edd when the child is expected; absent when nobody knows how far she is
     * @param lastContact the day of her last contact
     * @param opens the first day on which her next contact is in time
     * @param closes the last such day; the day after, she is overdue
     * @param ended the day on which the pregnancy ended; absent while it goes on
     * @param risk the grade that counts at her newest contact
     * @param alert whether something urgent was found and nobody has done anything about it
     */
    record Due(
            String patient,
            String pregnancy,
            @Nullable LocalDate edd,
            @Nullable LocalDate lastContact,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            @Nullable LocalDate ended,
            RiskGrade risk,
            boolean alert) {}
}
