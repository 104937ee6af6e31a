package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * When a woman should come again (S-NEXT). WHO plans eight contacts, counted from the week of the first one; a country
 * may use other intervals.
 */
public final class ContactSchedule {

    /** At 41 weeks she is not seen again but referred for delivery. */
    public static final int REFER_FOR_DELIVERY = 41;

    private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,2})=([0-9]{1,2})");
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
        return of("0=8 20=6 26=4 34=2");
    }

    /**
     * Every four weeks, from 28 weeks every two, from 36 every week. The calendar that Sri Lanka prints was not seen: this
     * is what clinics are known to do, for the Ministry to confirm, and in use only where it is chosen.
     */
    public static ContactSchedule sriLanka() {
        return of("0=4 28=2 36=1");
    }

    /**
     * A country's own plan.
     *
     * @param intervals {@code 0=8 20=6}: from week 0 eight weeks to the next contact, from week 20 six
     * @throws IllegalArgumentException when it is not written so, does not begin at week 0 or has an interval below a week
     */
    public static ContactSchedule of(String intervals) {
        var weeks = new TreeMap<Integer, Integer>();
        for (var interval : intervals.strip().split("\\s+", -1)) {
            var matcher = INTERVAL.matcher(interval);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("A plan is written like 0=8 20=6: " + intervals);
            }
            weeks.put(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)));
        }
        return new ContactSchedule(weeks);
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
        int usual = intervals.floorEntry(now).getValue();
        return startedLate && now >= LATE_STARTERS_FROM ? Math.min(usual, LATE_STARTERS_INTERVAL) : usual;
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
