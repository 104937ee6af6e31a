package org.ancregistry.server.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ancregistry.domain.indicators.AgeGroup;
import org.ancregistry.domain.indicators.Denominator;
import org.ancregistry.domain.indicators.Found;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.domain.indicators.PregnancyCase;
import org.ancregistry.domain.indicators.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Works out by which days a woman's pregnancies count, and which indicators they meet, from what is kept of her. */
final class WorkingOut {

    private static final String UPDATE = "update pregnancy_fact set facility = ?, age_group = ?, education = ?, "
            + Columns.toSet() + " where pregnancy = ?";

    private final JdbcTemplate jdbc;

    WorkingOut(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param met whether somebody met her: writing down an outcome is no contact, and neither is a call */
    private record Contact(
            String pregnancy, Seen seen, @Nullable String facility, boolean met) {}

    private record Begun(
            String pregnancy, LocalDate begins, @Nullable LocalDate ends) {}

    void of(String patient) {
        var pregnancies = pregnancies(patient);
        if (pregnancies.isEmpty()) {
            return;
        }
        var born = born(patient);
        var contacts = contacts(patient);
        var found = found(patient, contacts);
        jdbc.batchUpdate(
                UPDATE,
                pregnancies.stream()
                        .map(begun -> values(
                                begun,
                                born,
                                contacts.values().stream()
                                        .filter(contact -> contact.met()
                                                && contact.pregnancy().equals(begun.pregnancy()))
                                        .toList(),
                                found.getOrDefault(begun.pregnancy(), List.of())))
                        .toList());
    }

    private List<Begun> pregnancies(String patient) {
        return jdbc.query(
                "select pregnancy, begins, ends from pregnancy_fact where patient = ?",
                (row, i) -> new Begun(
                        row.getString(1),
                        Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                        row.getObject(3, LocalDate.class)),
                patient);
    }

    private @Nullable LocalDate born(String patient) {
        return jdbc
                .query(
                        "select born from indicator_mother where patient = ? and born is not null",
                        (row, i) -> row.getObject(1, LocalDate.class),
                        patient)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** By their names, in the order in which they were written. */
    private Map<String, Contact> contacts(String patient) {
        var contacts = new LinkedHashMap<String, Contact>();
        var numbers = new HashMap<String, Integer>();
        jdbc.query(
                "select contact, pregnancy, part_of, at_home, on_day, facility, met from indicator_seen where patient = ?"
                        + " order by length(contact), contact",
                row -> {
                    contacts.put(row.getString("contact"), contact(row, numbers));
                },
                patient);
        return contacts;
    }

    /**
     * What was added to a contact is that contact; any other is one of its own, whatever number it carries: where two records
     * became one, two contacts are the first.
     */
    private static Contact contact(ResultSet row, Map<String, Integer> numbers) throws SQLException {
        var day = Objects.requireNonNull(row.getObject("on_day", LocalDate.class));
        var addedTo = row.getString("part_of");
        var next = numbers.size() + 1;
        var number = addedTo == null ? next : numbers.getOrDefault(addedTo, next);
        numbers.put(row.getString("contact"), number);
        return new Contact(
                row.getString("pregnancy"),
                new Seen(number, day, row.getBoolean("at_home")),
                row.getString("facility"),
                row.getBoolean("met"));
    }

    /** By pregnancy, in the order in which it was recorded. */
    private Map<String, List<Found>> found(String patient, Map<String, Contact> contacts) {
        var found = new HashMap<String, List<Found>>();
        jdbc.query(
                "select contact, field, val, on_day from indicator_found where patient = ?"
                        + " order by length(source), source",
                row -> {
                    var contact = contacts.get(row.getString("contact"));
                    if (contact != null) {
                        found.computeIfAbsent(contact.pregnancy(), any -> new ArrayList<>())
                                .add(new Found(
                                        row.getString("field"),
                                        row.getString("val"),
                                        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                                        contact.seen().number()));
                    }
                },
                patient);
        return found;
    }

    private static @Nullable Object[] values(
            Begun begun, @Nullable LocalDate born, List<Contact> contacts, List<Found> found) {
        var one = new PregnancyCase(
                begun.begins(),
                begun.ends(),
                born,
                contacts.stream().map(Contact::seen).toList(),
                found);
        var values = new ArrayList<@Nullable Object>();
        values.add(contacts.stream()
                .min(Comparator.comparing(contact -> contact.seen().on()))
                .map(Contact::facility)
                .orElse(null));
        values.add(one.ageGroup().map(AgeGroup::code).orElse(null));
        values.add(one.education().orElse(null));
        Arrays.stream(Denominator.values())
                .forEach(denominator -> values.add(denominator.day(one).orElse(null)));
        Arrays.stream(Indicator.values()).forEach(indicator -> values.add(indicator.amount(one)));
        values.add(begun.pregnancy());
        return values.toArray();
    }
}
