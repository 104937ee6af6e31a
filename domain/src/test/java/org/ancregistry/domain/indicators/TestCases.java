package org.ancregistry.domain.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pregnancies told in a few words. */
final class TestCases {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final LocalDate registered;
    private final List<Seen> contacts = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private @Nullable LocalDate born;

    private TestCases(LocalDate registered) {
        this.registered = registered;
    }

    /** Registered at her first contact, at a clinic. */
    static TestCases registered(LocalDate on) {
        return new TestCases(on).seen(1, on);
    }

    /** She was that many days pregnant when she was registered. */
    TestCases dated(int days) {
        return found("edd", registered.plusDays(280L - days).toString(), 1);
    }

    TestCases born(@Nullable LocalDate day) {
        born = day;
        return this;
    }

    TestCases seen(int number, LocalDate on) {
        contacts.add(new Seen(number, on, false));
        return this;
    }

    TestCases seenAtHome(int number, LocalDate on) {
        contacts.add(new Seen(number, on, true));
        return this;
    }

    /** Found at that contact, on its day. */
    TestCases found(String field, String value, int contact) {
        var on = contacts.stream()
                .filter(seen -> seen.number() == contact)
                .map(Seen::on)
                .findFirst()
                .orElse(registered);
        found.add(new Found(field, value, on, contact));
        return this;
    }

    /** Told at the first contact of an earlier day. */
    TestCases found(String field, String value, LocalDate on) {
        found.add(new Found(field, value, on, 1));
        return this;
    }

    TestCases closed(String reason, LocalDate on) {
        found.add(new Found("close_reason", reason, on, 1));
        return this;
    }

    TestCases gaveBirth(LocalDate on) {
        found.add(new Found("delivery_date", on.toString(), on, 1));
        return closed("ANC.End.2", on.plusDays(3));
    }

    PregnancyCase build() {
        return new PregnancyCase(registered, null, born, contacts, found);
    }
}
