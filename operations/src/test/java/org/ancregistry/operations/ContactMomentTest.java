package org.ancregistry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactMomentTest {

    /** Half past one in the morning of the 10th in Colombo. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-08-09T20:00:00Z"), ZoneId.of("Asia/Colombo"));

    private final TimeZone ofThisComputer = TimeZone.getDefault();

    @AfterEach
    void giveTheComputerItsZoneBack() {
        TimeZone.setDefault(ofThisComputer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Colombo", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void keepsTheDayThatWasGivenWhateverZoneTheComputerKeeps(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var today = new DateTimeType("2026-08-10");
        assertThat(ContactMoment.day(today, clock)).isEqualTo(LocalDate.of(2026, 8, 10));
        assertThat(ContactMoment.givenOrNow(today, clock, "contact-date")).isSameAs(today);
    }

    @Test
    void refusesTomorrow() {
        var refusal = Refused.outcomeOf(
                () -> ContactMoment.givenOrNow(new DateTimeType("2026-08-11"), clock, "contact-date"));
        assertThat(refusal.getIssueFirstRep().getDiagnostics()).contains("future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-08"})
    void asksForTheDay(String month) {
        var refusal = Refused.outcomeOf(() -> ContactMoment.givenOrNow(new DateTimeType(month), clock, "contact-date"));
        assertThat(refusal.getIssueFirstRep().getDiagnostics()).contains("day");
    }
}
