package org.ancregistry.domain.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndDayTest {

    private static final LocalDate PERIOD = LocalDate.of(2026, 1, 5);
    private static final LocalDate REGISTERED = PERIOD.plusWeeks(8);
    private static final LocalDate TODAY = PERIOD.plusWeeks(50);

    private final EndDay day = new EndDay(REGISTERED, Dating.byLastPeriod(PERIOD), TODAY);

    @Test
    void takesABirthFrom20WeeksTo45() {
        assertThat(day.problem(EndKind.BIRTH, PERIOD.plusWeeks(20))).isEmpty();
        assertThat(day.problem(EndKind.BIRTH, PERIOD.plusWeeks(45))).isEmpty();
        assertThat(day.problem(EndKind.BIRTH, PERIOD.plusWeeks(20).minusDays(1)))
                .contains(EndDay.Problem.TOO_EARLY_FOR_BIRTH);
        assertThat(day.problem(EndKind.BIRTH_AND_LOSS, PERIOD.plusWeeks(45).plusDays(1)))
                .contains(EndDay.Problem.OUTSIDE_PREGNANCY);
    }

    @ParameterizedTest
    @EnumSource
    void liesBetweenRegistrationAndToday(EndKind kind) {
        assertThat(day.problem(kind, TODAY.plusDays(1))).contains(EndDay.Problem.IN_FUTURE);
        assertThat(day.problem(kind, REGISTERED.minusDays(1))).contains(EndDay.Problem.BEFORE_REGISTRATION);
    }

    @Test
    void closesTheRecordOfAWomanWhoNeverCameBackLongAfterTerm() {
        assertThat(day.problem(EndKind.LOST_TO_FOLLOW_UP, TODAY)).isEmpty();
        assertThat(day.problem(EndKind.MISCARRIAGE, TODAY)).contains(EndDay.Problem.OUTSIDE_PREGNANCY);
    }

    @Test
    void asksForNoWeeksWhereNobodyKnowsHowFarSheWas() {
        assertThat(new EndDay(REGISTERED, null, TODAY).problem(EndKind.BIRTH, REGISTERED))
                .isEmpty();
        assertThat(new EndDay(REGISTERED, null, TODAY).isPreterm(REGISTERED)).isEmpty();
    }

    @Test
    void tellsAPretermBirth() {
        assertThat(day.isPreterm(PERIOD.plusWeeks(37).minusDays(1))).contains(true);
        assertThat(day.isPreterm(PERIOD.plusWeeks(37))).contains(false);
    }

    @Test
    void makesAGriefOfABirthAtWhichOneChildDied() {
        var lives = new Newborn(Newborn.LIVE, "baby-sex-female", new BigDecimal("2.9"), "baby-condition-well");
        var dead = new Newborn(Newborn.STILLBORN, null, null, null);
        assertThat(Newborn.kind(List.of(lives))).isEqualTo(EndKind.BIRTH);
        assertThat(Newborn.kind(List.of(lives, dead)).isGrief()).isTrue();
        assertThat(Newborn.closeReason(List.of(lives, dead))).isEqualTo("ANC.End.2");
        assertThat(Newborn.closeReason(List.of(dead))).isEqualTo("ANC.End.3");
        var review = Answers.review(lives.answers(), Occasion.addendum(TODAY));
        assertThat(review.problems()).isEmpty();
        assertThat(review.answers().all()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void speaksTheDictionarysLanguage(EndKind kind) {
        assertThat(EndKind.of(kind.code())).contains(kind);
        var reasons = Dictionary.anc().require("close_reason");
        assertThat(kind.closeReason().stream())
                .allMatch(code -> reasons.answer(code).isPresent());
        assertThat(kind.closeReason().isEmpty()).isEqualTo(kind.isBirth());
        assertThat(kind.dateField().stream())
                .allMatch(field -> Dictionary.anc().field(field).isPresent());
    }
}
