package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is 1 o'clock at night on 16 May 2026 in Colombo, and still the 15th where computers count in UTC. */
class TermTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-15T19:30:00Z"), ZoneId.of("Asia/Colombo"));

    @Test
    void lastsWhereNothingEndsIt() {
        assertThat(Term.holds(new Period(), clock)).isTrue();
        var unknown = new DateTimeType();
        unknown.addExtension().setUrl("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
        assertThat(Term.holds(new Period().setEndElement(unknown), clock)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-05", "2026-05-16", "2026-05-16T01:00:00+05:30", "2026-05-15T19:30:00Z"})
    void lastsThroughItsEnd(String end) {
        assertThat(Term.holds(new Period().setEndElement(new DateTimeType(end)), clock))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2026-04", "2026-05-15", "2026-05-16T00:59:59+05:30", "2026-05-15T19:29:59Z"})
    void isOverAfterItsEnd(String end) {
        assertThat(Term.holds(new Period().setEndElement(new DateTimeType(end)), clock))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027", "2026-06", "2026-05-17", "2026-05-16T01:00:01+05:30"})
    void hasNotBegunBeforeItsStart(String start) {
        assertThat(Term.holds(new Period().setStartElement(new DateTimeType(start)), clock))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-05", "2026-05-16", "2026-05-16T01:00:00+05:30"})
    void beginsWithItsStart(String start) {
        assertThat(Term.holds(new Period().setStartElement(new DateTimeType(start)), clock))
                .isTrue();
    }
}
