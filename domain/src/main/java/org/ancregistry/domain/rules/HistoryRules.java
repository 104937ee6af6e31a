package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;

/** What she brings with her: her age, her earlier pregnancies and her illnesses. */
final class HistoryRules {

    private static final Known AGE = new Known(CaseFacts.AGE, CaseFacts::ageAtDelivery);
    private static final Known BOOKED_AT = new Known("ga_at_booking", CaseFacts::weeksAtFirstContact);

    private HistoryRules() {}

    static Map<String, Logic> logic() {
        var logic = new HashMap<String, Logic>(Map.of(
                "R-AGE-TEEN", Logic.first(null, AGE.below("social")).then(null, AGE.below("age"), "teen-counselling"),
                "R-AGE-35", Logic.first(Severity.HIGH, AGE.atLeast("age_high")).then(null, AGE.atLeast("age"), null),
                "R-LATE-BOOK", Logic.first(null, BOOKED_AT.above("late")).then(null, BOOKED_AT.above("target"), null),
                "R-PRIMI", Logic.when(newest("gravida").equalTo("gravida")),
                "R-GRANDMULTI", Logic.when(newest("gravida").atLeast("gravida").or(Past.atLeast("parity", "parity"))),
                "R-INTERVAL", Logic.when(HistoryRules::shortInterval)));
        logic.putAll(earlierPregnancies());
        logic.putAll(illnesses());
        return logic;
    }

    private static Map<String, Logic> earlierPregnancies() {
        return Map.of(
                "R-PREV-CS",
                Logic.first(Severity.HIGH, Past.atLeast("caesareans", "caesareans_high"))
                        .then(null, Past.atLeast("caesareans", "caesareans"), null),
                "R-PREV-LOSS",
                Logic.when(Past.atLeast("stillbirths", "stillbirths").or(Past.had("prev_neonatal_death"))),
                "R-RECURRENT-LOSS",
                Logic.when(Past.atLeast("miscarriages", "miscarriages")),
                "R-PREV-PRETERM",
                Logic.when(Past.unlessFirst(newest("last_preterm").isAnyOf("ANC.B6.DE28"))),
                "R-PREV-COMP",
                Logic.when(any(
                        Stream.of("prev_pph", "prev_eclampsia", "prev_tear", "prev_macrosomia", "prev_neonatal_death")
                                .map(Past::had))));
    }

    private static Map<String, Logic> illnesses() {
        return Map.of(
                "R-MED-HEART", illness("hx_heart"),
                "R-MED-DIABETES", illness("hx_dm1", "hx_dm2"),
                "R-MED-EPILEPSY", illness("hx_epilepsy"),
                "R-MED-KIDNEY", illness("hx_kidney"),
                "R-MED-AUTOIMMUNE", illness("hx_autoimmune"),
                "R-MED-VTE", illness("hx_vte"),
                "R-MED-HIV", illness("hx_hiv"),
                "R-MED-ASTHMA", illness("hx_asthma"),
                "R-MED-THYROID", illness("hx_thyroid"));
    }

    private static Logic illness(String... fields) {
        return Logic.when(any(Stream.of(fields).map(field -> newest(field).yes())));
    }

    private static Condition any(Stream<Condition> conditions) {
        return conditions.reduce(now -> Verdict.of(false), Condition::or);
    }

    /** From the last delivery to the beginning of this pregnancy. */
    private static Verdict shortInterval(Situation now) {
        var dating = now.facts().course().dating();
        var last = now.facts().newest("last_delivery_date").filter(fact -> fact.value() instanceof Answer.Dated);
        if (dating == null || last.isEmpty()) {
            var first = Past.unlessFirst(any -> Verdict.unknown("last_delivery_date"))
                    .in(now);
            return dating == null && !first.no() ? Verdict.unknown("lmp") : first;
        }
        var delivered = last.get().value() instanceof Answer.Dated dated ? dated.value() : LocalDate.MIN;
        return Verdict.of(delivered.plusMonths(now.whole("months")).isAfter(dating.dayOf(0)), last.get());
    }
}
