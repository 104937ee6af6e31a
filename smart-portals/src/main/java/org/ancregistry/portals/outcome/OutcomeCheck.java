package org.ancregistry.portals.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.EndDay;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.registry.OutcomeReport;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Looks the typed end of a pregnancy over before it is sent, with the registry's own rules: what cannot be true stands at
 * its field, what is rare is asked about once.
 */
final class OutcomeCheck {

    private static final Set<String> CHOSEN = Set.of("delivery_place", "delivery_mode", "death_cause");
    private static final int LONGEST_TEXT = 1000;

    private final OutcomeForm form;
    private final BindingResult errors;
    private final List<OutcomeReport.Child> children = new ArrayList<>();
    private final List<String> unusual = new ArrayList<>();

    private OutcomeCheck(OutcomeForm form, BindingResult errors) {
        this.form = form;
        this.errors = errors;
    }

    static OutcomeCheck of(OutcomeForm form, Pregnancy pregnancy, LocalDate today, BindingResult errors) {
        var check = new OutcomeCheck(form, errors);
        check.form
                .end()
                .ifPresentOrElse(
                        kind -> check.day(kind, pregnancy, today),
                        () -> errors.rejectValue("kind", "outcome.kind.missing"));
        if (form.isBirth()) {
            form.children().forEach(check::child);
        }
        check.text("note", form.note());
        check.text("answers[delivery_complications]", form.typed("delivery_complications"));
        return check;
    }

    private void day(EndKind kind, Pregnancy pregnancy, LocalDate today) {
        var day = form.date().date();
        if (day.isEmpty()) {
            errors.rejectValue("date", "outcome.date.wrong");
            return;
        }
        var since = pregnancy.since();
        new EndDay(since == null ? LocalDate.MIN : since, dating(pregnancy.edd()), today)
                .problem(kind, day.get())
                .ifPresent(problem -> errors.rejectValue("date", "outcome.date." + problem.name()));
    }

    private static @Nullable Dating dating(@Nullable LocalDate edd) {
        return edd == null ? null : new Dating(edd, Dating.Source.LAST_PERIOD);
    }

    private void child(int number) {
        var outcome = form.orNull("outcome" + number);
        if (outcome == null
                || Dictionary.anc().require("baby_outcome").answer(outcome).isEmpty()) {
            errors.rejectValue("answers[outcome" + number + "]", "outcome.child.missing");
            return;
        }
        var lives = outcome.equals(Newborn.LIVE);
        var weight = weight(number).orElse(null);
        var rare = weight != null
                && !Dictionary.anc().require("birth_weight").limits().usual(weight);
        if (rare) {
            unusual.add(key(number));
        }
        var newborn = new Newborn(
                outcome, form.orNull("sex" + number), weight, lives ? form.orNull("condition" + number) : null);
        children.add(new OutcomeReport.Child(newborn, rare && form.confirmed().contains(key(number))));
    }

    /** In kg, of what was typed in g. */
    private Optional<BigDecimal> weight(int number) {
        var typed = form.typed("weight" + number).replace(" ", "");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var at = "answers[weight" + number + "]";
        if (!typed.matches("[0-9]{1,6}")) {
            errors.rejectValue(at, "outcome.weight.wrong");
            return Optional.empty();
        }
        var kilograms = new BigDecimal(typed).movePointLeft(3);
        if (!Dictionary.anc().require("birth_weight").limits().possible(kilograms)) {
            errors.rejectValue(at, "outcome.weight.wrong");
            return Optional.empty();
        }
        return Optional.of(kilograms);
    }

    private String key(int number) {
        return "weight" + number + "=" + form.typed("weight" + number);
    }

    private void text(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            errors.rejectValue(field, "outcome.text.long");
        }
    }

    /** Rare weights, as {@code weight1=1200}. */
    List<String> unusual() {
        return unusual;
    }

    boolean asksOnceMore() {
        return !form.confirmed().containsAll(unusual);
    }

    /** @throws java.util.NoSuchElementException when something was wrong */
    OutcomeReport report() {
        var note = form.note();
        return new OutcomeReport(
                form.requestId(),
                form.basedOn(),
                form.end().orElseThrow(),
                form.date().date().orElseThrow(),
                answers(),
                children,
                note == null || note.isBlank() ? null : note.strip());
    }

    /** Only what belongs to what happened: something else may have been chosen first. */
    private Map<String, Answer> answers() {
        var asked = form.isBirth()
                ? List.of("delivery_place", "delivery_mode", "delivery_complications")
                : form.isDeath() ? List.of("death_cause") : List.<String>of();
        var answers = new LinkedHashMap<String, Answer>();
        for (var field : asked) {
            var text = form.orNull(field);
            if (text != null) {
                answers.put(field, CHOSEN.contains(field) ? new Answer.Chosen(text) : new Answer.Written(text));
            }
        }
        return answers;
    }
}
