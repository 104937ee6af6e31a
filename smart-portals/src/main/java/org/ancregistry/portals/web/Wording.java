package org.ancregistry.portals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/**
 * How dates, ages and numbers are written in a reader's language. Patterns are explicit, because the JDK's own "long"
 * style turns the order around for Sri Lankan locales. Templates know it as {@code words}.
 */
public final class Wording {

    private static final String DATE = "d MMMM uuuu";

    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;

    Wording(Locale locale, ZoneId zone, Instant now) {
        this.locale = locale;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** As in {@code 26 November 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(DATE, locale).format(date);
    }

    /** As in {@code 26 November}. */
    public String dayMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM", locale).format(date);
    }

    /** A month that is given as {@code 2026-11}, as in {@code November 2026}. */
    public String month(String month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(month));
    }

    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** As in {@code 26 November 2026, 10:41}. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(DATE + ", HH:mm", locale).format(moment.atZone(zone));
    }

    /** As in {@code 26 November 2026, 10:41 – 10:52}, or one moment where both are shown alike. */
    public String span(Instant from, Instant until) {
        if (time(from).equals(time(until)) && date(from).equals(date(until))) {
            return moment(from);
        }
        return moment(from) + " – " + (date(from).equals(date(until)) ? time(until) : moment(until));
    }

    /** As in {@code 10:41}. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(zone));
    }

    public LocalDate today() {
        return today;
    }

    /** Completed years. */
    public int age(LocalDate birthDate) {
        return Period.between(birthDate, today).getYears();
    }

    /** Whole days from today, negative when past. */
    public long daysUntil(LocalDate date) {
        return ChronoUnit.DAYS.between(today, date);
    }

    /** A PHN in groups, as in {@code 2047 KTR9MX 5}; what is no PHN is shown as it is. */
    public String phn(String phn) {
        return Phn.parse(phn).map(Phn::grouped).orElse(phn);
    }

    /** An address on one line, as given, or put together from its parts. */
    public String address(PostalAddress address) {
        return address.text() != null
                ? address.text().replaceAll("\\s*\n\\s*", ", ")
                : Stream.of(address.street(), address.locality(), address.region(), address.postalCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    /** All that a page shows of a phone number. */
    public String lastDigits(String phone) {
        return phone.substring(Math.max(0, phone.length() - 4));
    }

    /** What a phone dials when it is pressed. */
    public String tel(String phone) {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    /** A compared detail as people read it: dates in their language, of a phone number its end, all else as it is. */
    public String detail(String name, String value) {
        if (name.equals("phone") && value.matches("[+0-9 ()-]{7,}")) {
            return "… " + lastDigits(value);
        }
        return name.equals("birthDate") && value.matches("\\d{4}-\\d{2}-\\d{2}") ? date(LocalDate.parse(value)) : value;
    }

    /** The HTML id of a form field: {@code answers[height]} becomes {@code answers-height}. */
    public String id(String field) {
        return field.replaceAll("[.\\[]", "-").replace("]", "");
    }

    /** The message key of a form field: its last name, {@code answers[height]} asks for {@code prefix.height}. */
    public String key(String prefix, String field) {
        return prefix + "." + field.replaceAll(".*\\[|]", "");
    }

    /** The ids of everything that explains a field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy(String id, boolean hint, boolean error) {
        return describedBy(id, hint, error, null, null);
    }

    public @Nullable String describedBy(
            String id, boolean hint, boolean error, @Nullable String unit, @Nullable String last) {
        var ids = Stream.of(
                        hint ? "-hint" : "",
                        error ? "-error" : "",
                        unit == null ? "" : "-unit",
                        last == null ? "" : "-last")
                .filter(part -> !part.isEmpty())
                .map(part -> id + part)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
