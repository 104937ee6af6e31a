package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.jspecify.annotations.Nullable;

/**
 * A woman as the tables of cases describe her: {@code ga=27+6;haemoglobin=109 g/L@-14;platelets=below:20;hiv=snomed:1}
 * is 27 weeks and 6 days pregnant today, had 109 g/L of haemoglobin 14 days ago, has fewer than 20 platelets, and an
 * answer about HIV that is none of the question's.
 */
final class Case {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String FOREIGN = "snomed:";
    private static final Set<String> DAYS = Set.of("next_contact", "referral_urgent", "referral_date");

    private static final Map<String, Answer.Bound> BOUNDS = Map.of(
            "below:", Answer.Bound.BELOW,
            "at-most:", Answer.Bound.AT_MOST,
            "at-least:", Answer.Bound.AT_LEAST,
            "above:", Answer.Bound.ABOVE);

    private final List<Fact> facts = new ArrayList<>();
    private @Nullable LocalDate born;
    private @Nullable Integer age;
    private @Nullable Dating dating;
    private @Nullable LocalDate firstContact;

    static CaseFacts of(String description) {
        var described = new Case();
        for (var token : description.split(";", -1)) {
            if (!token.isBlank()) {
                var parts = token.strip().split("=", 2);
                described.add(parts[0], parts[1]);
            }
        }
        return described.facts();
    }

    private CaseFacts facts() {
        if (age != null && dating != null) {
            born = dating.edd().minusYears(age);
        }
        return CaseFacts.on(TODAY, new Course(born, dating, firstContact), facts);
    }

    private void add(String name, String value) {
        switch (name) {
            case "ga" -> dating = dated(value);
            case "age" -> age = Integer.valueOf(value);
            case "born" -> born = LocalDate.parse(value);
            case "first" -> firstContact = TODAY.plusDays(Integer.parseInt(value));
            default -> facts.add(fact(name, value));
        }
    }

    private static Dating dated(String weeksAndDays) {
        var parts = weeksAndDays.split("\\+", 2);
        return Dating.byLastPeriod(TODAY.minusWeeks(Integer.parseInt(parts[0])).minusDays(Integer.parseInt(parts[1])));
    }

    private Fact fact(String name, String text) {
        var at = text.split("@", 2);
        var on = at.length == 2 ? TODAY.plusDays(Integer.parseInt(at[1])) : TODAY;
        return new Fact(name, DAYS.contains(name) ? day(text) : answer(name, at[0]), on);
    }

    private Answer answer(String name, String text) {
        if (text.equals("yes") || text.equals("no")) {
            return new Answer.YesNo(text.equals("yes"));
        }
        var field = Dictionary.anc().require(name);
        if (field.takes(AnswerShape.DATED)) {
            return day(text);
        }
        if (field.takes(AnswerShape.MEASURED)) {
            var parts = text.split(" ", 2);
            var unit = parts.length == 2
                    ? parts[1]
                    : Optional.ofNullable(field.unit()).orElseThrow();
            return measured(parts[0], unit);
        }
        return field.takes(AnswerShape.COUNTED)
                ? new Answer.Counted(Integer.parseInt(text))
                : new Answer.Chosen(
                        text.startsWith(FOREIGN)
                                ? text
                                : field.answer(text).orElseThrow().code());
    }

    private static Answer measured(String number, String unit) {
        for (var bound : BOUNDS.entrySet()) {
            if (number.startsWith(bound.getKey())) {
                var value = new BigDecimal(number.substring(bound.getKey().length()));
                return new Answer.Bounded(bound.getValue(), value, unit);
            }
        }
        return new Answer.Measured(new BigDecimal(number), unit);
    }

    private Answer day(String text) {
        if (text.startsWith("lmp-")) {
            var months = Integer.parseInt(text.substring("lmp-".length(), text.length() - 1));
            return new Answer.Dated(
                    Optional.ofNullable(dating).orElseThrow().dayOf(0).minusMonths(months));
        }
        return new Answer.Dated(text.startsWith("-") ? TODAY.plusDays(Integer.parseInt(text)) : LocalDate.parse(text));
    }
}
