package org.ancregistry.domain.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ancregistry.domain.CsvRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactScheduleTest {

    private static final Dating NIMALI = Dating.byLastPeriod(LocalDate.of(2026, 9, 1));

    private final ContactSchedule schedule = ContactSchedule.who();

    @ParameterizedTest
    @MethodSource("rows")
    void plansAsWhosTableDoes(int first, List<Integer> expected) {
        assertThat(schedule.weeksAfter(first)).isEqualTo(expected);
    }

    static Stream<Object[]> rows() {
        var rows = CsvRows.of(ContactScheduleTest.class, "contact-schedule.csv");
        assertThat(rows).hasSize(38);
        return rows.stream().map(row -> new Object[] {
            Integer.parseInt(row[0]),
            Stream.of(row[1].split(" ", -1))
                    .filter(week -> !week.isEmpty())
                    .map(Integer::valueOf)
                    .toList()
        });
    }

    @Test
    void givesEachContactItsDays() {
        var plan = schedule.plan(NIMALI, NIMALI.dayOf(12));
        assertThat(plan).extracting(PlannedContact::weeks).containsExactly(20, 26, 30, 34, 36, 38, 40, 41);
        var first = plan.get(0);
        assertThat(first.due()).isEqualTo(LocalDate.of(2027, 1, 19));
        assertThat(first.opens()).isEqualTo(LocalDate.of(2027, 1, 13));
        assertThat(first.closes()).isEqualTo(LocalDate.of(2027, 1, 25));
        assertThat(first.delivery()).isFalse();
        assertThat(plan.get(7).due()).isEqualTo(NIMALI.edd().plusWeeks(1));
        assertThat(plan.get(7).delivery()).isTrue();
    }

    @Test
    void isOverdueSevenDaysAfterTheDueDay() {
        var contact = schedule.plan(NIMALI, NIMALI.dayOf(12)).get(0);
        assertThat(contact.overdue(contact.due().plusDays(6))).isFalse();
        assertThat(contact.overdue(contact.due().plusDays(7))).isTrue();
    }

    @Test
    void tellsHowAContactStands() {
        var contact = schedule.plan(NIMALI, NIMALI.dayOf(12)).get(0);
        assertThat(contact.on(contact.opens().minusDays(1))).isEqualTo(PlannedContact.Standing.NOT_YET);
        assertThat(contact.on(contact.opens())).isEqualTo(PlannedContact.Standing.OPEN);
        assertThat(contact.on(contact.due().plusDays(6))).isEqualTo(PlannedContact.Standing.OPEN);
        assertThat(contact.on(contact.due().plusDays(7))).isEqualTo(PlannedContact.Standing.OVERDUE);
        assertThat(contact.on(contact.due().plusDays(27))).isEqualTo(PlannedContact.Standing.OVERDUE);
        assertThat(contact.on(contact.due().plusDays(28))).isEqualTo(PlannedContact.Standing.MISSED);
    }

    @Test
    void readsACountrysPlan() {
        assertThat(ContactSchedule.of(" 0=4 36=1 ").weeksAfter(35)).containsExactly(37, 38, 39, 40, 41);
        assertThat(ContactSchedule.sriLanka().weeksAfter(27)).containsExactly(31, 33, 35, 37, 38, 39, 40, 41);
        assertThatThrownBy(() -> ContactSchedule.of("every month")).hasMessageContaining("0=8 20=6");
        assertThatThrownBy(() -> ContactSchedule.of("20=6")).hasMessageContaining("week 0");
    }

    @Test
    void opensNoContactBeforeTheOneBeforeItWasDue() {
        var plan = schedule.plan(NIMALI, NIMALI.dayOf(5));
        for (var i = 1; i < plan.size(); i++) {
            assertThat(plan.get(i).opens()).isAfter(plan.get(i - 1).due());
        }
    }

    @Test
    void proposesTheNextContactFromTheDaySheReallyCame() {
        var first = NIMALI.dayOf(12);
        assertThat(schedule.next(NIMALI, first, NIMALI.dayOf(23)).orElseThrow().weeks())
                .isEqualTo(29);
        assertThat(schedule.next(NIMALI, first, NIMALI.dayOf(39)).orElseThrow().weeks())
                .isEqualTo(40);
        assertThat(schedule.next(NIMALI, first, NIMALI.dayOf(41))).isEmpty();
    }

    @Test
    void plansNothingOutsideAPregnancy() {
        assertThat(schedule.plan(NIMALI, NIMALI.dayOf(46))).isEmpty();
        assertThat(schedule.plan(NIMALI, NIMALI.dayOf(0).minusDays(1))).isEmpty();
    }

    @Test
    void followsAnotherCountrysIntervals() {
        var monthly = new ContactSchedule(new TreeMap<>(Map.of(0, 4, 36, 1)));
        assertThat(monthly.weeksAfter(20)).containsExactly(24, 28, 32, 36, 37, 38, 39, 40, 41);
        assertThatThrownBy(() -> new ContactSchedule(new TreeMap<>(Map.of(0, 0))))
                .hasMessageContaining("at least a week");
    }
}
