package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.web.TypedDate;
import org.ancregistry.portals.web.WordsForm;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The answer to a mother who asked for another day, as it was typed.
 *
 * @param requestId made with the page: sent twice, it is one answer
 * @param action another day, or the day stays; nothing is chosen beforehand
 */
record AnotherDayForm(
        @Nullable String requestId,
        @Nullable String action,
        TypedDate nextDate,
        @Nullable String nextTime,
        @Nullable String nextClinic,
        @Nullable String text) {

    static final List<String> ACTIONS = List.of("another-day", "stays");

    AnotherDayForm(
            @Nullable String requestId,
            @Nullable String action,
            @Nullable TypedDate nextDate,
            @Nullable String nextTime,
            @Nullable String nextClinic,
            @Nullable String text) {
        this.requestId = requestId;
        this.action = action;
        this.nextDate = Objects.requireNonNullElse(nextDate, TypedDate.EMPTY);
        this.nextTime = nextTime;
        this.nextClinic = nextClinic;
        this.text = text;
    }

    /** The time is the one at which clinics begin, as on the page of a visit. */
    static AnotherDayForm empty() {
        return new AnotherDayForm(UUID.randomUUID().toString(), null, null, "09:00", null, null);
    }

    public List<String> actions() {
        return ACTIONS;
    }

    public String request() {
        return written().request();
    }

    boolean isAnotherDay() {
        return "another-day".equals(action);
    }

    private WordsForm written() {
        return new WordsForm(requestId, text);
    }

    private NextDay next() {
        return new NextDay(nextDate, nextTime, nextClinic);
    }

    void check(LocalDate today, BindingResult errors) {
        written().check(errors);
        if (action == null || !ACTIONS.contains(action)) {
            errors.rejectValue("action", "question.action.missing");
        } else if (isAnotherDay()) {
            next().check(today, errors);
            if (!errors.hasErrors() && next().start(ZoneId.of("UTC")).isEmpty()) {
                errors.rejectValue("nextDate", "question.nextDate.missing");
            }
        }
    }

    Questions.Answer answer(ZoneId zone) {
        return new Questions.Answer(
                request(),
                written().words(),
                isAnotherDay() ? next().start(zone).orElseThrow() : null);
    }
}
