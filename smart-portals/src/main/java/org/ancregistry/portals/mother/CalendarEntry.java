package org.ancregistry.portals.mother;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.ancregistry.portals.record.BookedVisit;

/**
 * An appointment for the calendar of a phone (iCalendar, RFC 5545). Others may see that calendar: the title is neutral, and
 * the place is left out. The same appointment keeps its UID, and each change has a higher SEQUENCE, so that it is moved or
 * taken away and never stands there twice.
 *
 * @param host the registry's, which makes the UID unique in the world
 * @param now when it was asked for
 * @param title what her calendar shows
 */
record CalendarEntry(BookedVisit booked, String host, Instant now, String title) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** RFC 5545 section 3.1: lines of at most 75 octets, without their line break. */
    private static final int LONGEST_LINE = 75;

    String text() {
        return List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//ANC Registry//Appointments//EN",
                        "METHOD:" + (booked.cancelled() ? "CANCEL" : "PUBLISH"),
                        "BEGIN:VEVENT",
                        "UID:" + booked.id() + "@" + host,
                        "SEQUENCE:" + sequence(),
                        "DTSTAMP:" + UTC.format(now),
                        "DTSTART:" + UTC.format(booked.start()),
                        "STATUS:" + (booked.cancelled() ? "CANCELLED" : "CONFIRMED"),
                        "SUMMARY:" + escaped(title),
                        "END:VEVENT",
                        "END:VCALENDAR")
                .stream()
                .map(CalendarEntry::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String sequence() {
        var version = booked.version();
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
