package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a woman should come again (S-NEXT). WHO plans eight contacts, counted from the week of the first one; a country
 * may use other intervals.
 */
public final class ContactSchedule {

    /** At 41 weeks she is not seen again but referred for delivery. */
    public static final int REFER_FOR_DELIVERY = 41;

    private static final int NEVER_SKIPPED = 40;
    private static final int LATE_STARTERS_FROM = 30;
    private static final int LATE_STARTERS_INTERVAL = 2;

    private final NavigableMap<Integer, Integer> intervals;

    /**
     * @param intervals weeks until the next contact, by the gestational age in weeks from which they hold; the first
     *     from 0
     */
    public ContactSchedule(NavigableMap<Integer, Integer> intervals) {
        if (!intervals.containsKey(0) || intervals.values().stream().anyMatch(weeks -> weeks < 1)) {
            throw new IllegalArgumentException("Intervals begin at week 0 and are at least a week long.");
        }
        this.intervals = new TreeMap<>(intervals);
    }

    /** WHO SMART ANC, schedule ANC.S.01: 8 weeks apart below 20, 6 below 26, 4 below 34, then 2. */
    public static ContactSchedule who() {
        var intervals = new TreeMap<Integer, Integer>();
        intervals.put(0, 8);
        intervals.put(20, 6);
        intervals.put(26, 4);
        intervals.put(34, 2);
        return new ContactSchedule(intervals);
    }

    /**
     * The gestational age in weeks of the contact after this one; empty when it is time to refer for delivery at once.
     *
     * @param first completed weeks at the first contact
     * @param now completed weeks at this contact
     */
    public Optional<Integer> weekAfter(int first, int now) {
        if (now >= REFER_FOR_DELIVERY) {
            return Optional.empty();
        }
        if (now >= NEVER_SKIPPED) {
            return Optional.of(REFER_FOR_DELIVERY);
        }
        return Optional.of(Math.min(now + interval(first, now), NEVER_SKIPPED));
    }

    private int interval(int first, int now) {
        var startedLate = first == 22 || first == 23 || first >= 28;
        return startedLate && now >= LATE_STARTERS_FROM
                ? LATE_STARTERS_INTERVAL
                : intervals.floorEntry(now).getValue();
    }

    /** The gestational ages in weeks of all contacts after the first, the last one being the referral for delivery. */
    public List<Integer> weeksAfter(int first) {
        var weeks = new ArrayList<Integer>();
        for (var next = weekAfter(first, first); next.isPresent(); next = weekAfter(first, next.get())) {
            weeks.add(next.get());
        }
        return List.copyOf(weeks);
    }

    /** All contacts after the first; none when that day lies outside the pregnancy. */
    public List<PlannedContact> plan(Dating dating, LocalDate firstContact) {
        var plan = new ArrayList<PlannedContact>();
        var previous = firstContact;
        for (var weeks :
                dating.ageOn(firstContact).map(age -> weeksAfter(age.weeks())).orElse(List.of())) {
            var contact = PlannedContact.of(dating, weeks, previous);
            plan.add(contact);
            previous = contact.due();
        }
        return List.copyOf(plan);
    }

    /** The contact to propose after the one on {@code now}; empty when it is time to refer for delivery at once. */
    public Optional<PlannedContact> next(Dating dating, LocalDate firstContact, LocalDate now) {
        var first = dating.ageOn(firstContact);
        var age = dating.ageOn(now);
        return first.isEmpty() || age.isEmpty()
                ? Optional.empty()
                : weekAfter(first.get().weeks(), age.get().weeks()).map(week -> PlannedContact.of(dating, week, now));
    }
}
