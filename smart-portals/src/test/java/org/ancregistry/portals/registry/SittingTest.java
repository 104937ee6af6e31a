package org.ancregistry.portals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ancregistry.portals.registry.Look.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SittingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T06:30:00Z");

    @Test
    void makesOneOfAVisitsManyActs() {
        var sittings = Sitting.of(List.of(
                look("Practitioner/7", 25, Act.READ, "TREAT", false),
                look("Practitioner/7", 24, Act.VISIT, "TREAT", false),
                look("Practitioner/7", 3, Act.READ, "TREAT", false),
                look("Practitioner/7", 0, Act.CHECKED_IN, "TREAT", false)));
        assertThat(sittings).hasSize(1);
        assertThat(sittings.get(0).acts()).containsExactly(Act.CHECKED_IN, Act.READ, Act.VISIT);
        assertThat(sittings.get(0).from()).isEqualTo(NOON);
        assertThat(sittings.get(0).until()).isEqualTo(NOON.plusSeconds(25 * 60));
    }

    @Test
    void keepsTwoPeopleApartWhoLookAtTheSameTime() {
        var sittings = Sitting.of(List.of(
                look("Practitioner/7", 3, Act.READ, "TREAT", false),
                look("Practitioner/8", 2, Act.READ, "TREAT", false),
                look("Practitioner/7", 1, Act.READ, "TREAT", false)));
        assertThat(sittings)
                .extracting(sitting -> sitting.look().by())
                .containsExactly("Practitioner/7", "Practitioner/8");
        assertThat(sittings.get(0).looks()).hasSize(2);
    }

    @Test
    void hidesNoEmergencyAndNothingThatWasRefused() {
        var sittings = Sitting.of(List.of(
                look("Practitioner/7", 4, Act.READ, "BTG", false),
                look("Practitioner/7", 3, Act.READ, "TREAT", true),
                look("Practitioner/7", 2, Act.READ, "TREAT", true),
                look("Practitioner/7", 1, Act.READ, "TREAT", false)));
        assertThat(sittings).hasSize(4);
    }

    @Test
    void beginsAnewAfterHalfAnHour() {
        assertThat(Sitting.of(List.of(
                        look("Practitioner/7", 31, Act.READ, "TREAT", false),
                        look("Practitioner/7", 0, Act.READ, "TREAT", false))))
                .hasSize(2);
        assertThat(Sitting.of(List.of(
                        look("Practitioner/7", 30, Act.READ, null, false),
                        look("Practitioner/7", 0, Act.READ, null, false))))
                .hasSize(1);
    }

    private static Look look(String by, int minutes, Act act, @Nullable String purpose, boolean refused) {
        return new Look(
                "event-" + minutes,
                NOON.plusSeconds(minutes * 60L),
                by,
                "Somebody",
                "doctor",
                "VOG clinic",
                act,
                purpose,
                refused,
                "Patient/1",
                null);
    }
}
