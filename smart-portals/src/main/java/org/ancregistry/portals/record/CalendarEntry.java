package org.ancregistry.portals.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Appointments for the calendar of a phone (iCalendar, RFC 5545). Others may see that calendar: the title is neutral, and
 * the place is left out. The same appointment keeps its UID, and each change has a higher SEQUENCE, so that it is moved or
 * taken away and never stands there twice.
 *
 * @param booked all that stand, or one that was called off
 * @param host the registry's, which makes the UID unique in the world
 * @param now when it was asked for
 * @param title what her calendar shows
 */
public record CalendarEntry(List<BookedVisit> booked, String host, Instant now, String title) {

    public CalendarEntry {
        booked = List.copyOf(booked);
    }

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** RFC 5545 section 3.1: lines of at most 75 octets, without their line break. */
    private static final int LONGEST_LINE = 75;

    /** An appointment is rarely moved on the day before it. */
    private static final String AGAIN = "PT6H";

    /** A file that is taken in once: it adds what stands, or takes away what was called off. */
    public String text() {
        var calledOff = booked.stream().anyMatch(BookedVisit::cancelled);
        return text(Stream.of("METHOD:" + (calledOff ? "CANCEL" : "PUBLISH")));
    }

    /** What a calendar asks for again and again: all that stands, and what was called off as called off (RFC 7986). */
    public String feed() {
        return text(Stream.of(
                "METHOD:PUBLISH",
                "NAME:" + escaped(title),
                "X-WR-CALNAME:" + escaped(title),
                "REFRESH-INTERVAL;VALUE=DURATION:" + AGAIN,
                "X-PUBLISHED-TTL:" + AGAIN));
    }

    private String text(Stream<String> about) {
        var head = Stream.concat(
                Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ANC Registry//Appointments//EN"), about);
        return Stream.of(head, booked.stream().flatMap(this::event), Stream.of("END:VCALENDAR"))
                .flatMap(lines -> lines)
                .map(CalendarEntry::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private Stream<String> event(BookedVisit visit) {
        return Stream.of(
                "BEGIN:VEVENT",
                "UID:" + visit.id() + "@" + host,
                "SEQUENCE:" + sequence(visit),
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(visit.start()),
                "STATUS:" + (visit.cancelled() ? "CANCELLED" : "CONFIRMED"),
                "SUMMARY:" + escaped(title),
                "END:VEVENT");
    }

    private static String sequence(BookedVisit visit) {
        var version = visit.version();
        return version != null && version.matches("[0-9]{1,9}") ? version : "0";
    }

    /** RFC 5545 section 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Goes on in the next line, after a space, without breaking a character in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var room = LONGEST_LINE;
        for (var character : line.codePoints().mapToObj(Character::toString).toList()) {
            var octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                folded.append("\r\n ");
                room = LONGEST_LINE - 1;
            }
            folded.append(character);
            room -= octets;
        }
        return folded.toString();
    }
}
