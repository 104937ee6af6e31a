package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the calendar of a phone gets. */
class CalendarEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    private static String entry(String status, String version, String title) {
        var start = ZonedDateTime.parse("2026-11-26T09:00:00+05:30[Asia/Colombo]");
        var booked = new BookedVisit("Appointment/30", start, "VOG clinic", null, status, version, null);
        return new CalendarEntry(List.of(booked), "anc.example.org", NOW, title).text();
    }

    @Test
    void saysWhenAndNothingElse() {
        assertThat(entry("booked", "3", "Clinic")).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//ANC Registry//Appointments//EN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:30@anc.example.org
                SEQUENCE:3
                DTSTAMP:20261122T050000Z
                DTSTART:20261126T033000Z
                STATUS:CONFIRMED
                SUMMARY:Clinic
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void holdsAllThatAreToCome() {
        var first = new BookedVisit(
                "Appointment/30",
                ZonedDateTime.parse("2026-11-26T09:00:00+05:30"),
                "VOG clinic",
                null,
                "booked",
                "3",
                null);
        var second = new BookedVisit(
                "Appointment/31",
                ZonedDateTime.parse("2026-12-24T09:00:00+05:30"),
                "VOG clinic",
                null,
                "booked",
                "1",
                null);
        assertThat(new CalendarEntry(List.of(first, second), "anc.example.org", NOW, "Clinic").text())
                .containsSubsequence(
                        "BEGIN:VCALENDAR", "UID:30@", "END:VEVENT", "UID:31@", "END:VEVENT", "END:VCALENDAR")
                .containsOnlyOnce("METHOD:PUBLISH");
        assertThat(new CalendarEntry(List.of(), "anc.example.org", NOW, "Clinic").text())
                .doesNotContain("VEVENT");
    }

    @Test
    void takesACancelledOneAway() {
        assertThat(entry("cancelled", "4", "Clinic"))
                .contains("METHOD:CANCEL\r\n", "UID:30@anc.example.org\r\n", "SEQUENCE:4\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void escapesWhatWouldEndAText() {
        assertThat(entry("booked", "1", "Clinic; room 3, left")).contains("SUMMARY:Clinic\\; room 3\\, left\r\n");
    }

    @Test
    void breaksLongLinesBetweenCharacters() {
        var title = "කිරිල්ලවල මාතෘ සායනය, පළමු මහල, වම් පස";
        var entry = entry("booked", "1", title);
        assertThat(Arrays.stream(entry.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(entry.replace("\r\n ", "")).contains("SUMMARY:" + title.replace(",", "\\,") + "\r\n");
    }
}
