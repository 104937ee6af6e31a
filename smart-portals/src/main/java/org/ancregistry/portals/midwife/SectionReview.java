package org.ancregistry.portals.midwife;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Limits;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.person.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Looks over the entries of a section: what must be put right, and what is only unusual. */
final class SectionReview {

    private static final int LONGEST_NAME = 200;
    private static final String LAST_PERIOD = "lmp";

    private final MessageSource messages;
    private final LocalDate today;
    private final SectionForm form;
    private final BindingResult errors;
    private final List<String> rareTimes = new ArrayList<>();
    private List<AnswerProblem> unusual = List.of();

    private SectionReview(MessageSource messages, LocalDate today, SectionForm form) {
        this.messages = messages;
        this.today = today;
        this.form = form;
        this.errors = new BeanPropertyBindingResult(form, "form");
    }

    /** Reviews the form as part of its draft, because answers of one section can contradict another's. */
    static SectionReview of(SectionForm form, Draft draft, MessageSource messages, LocalDate today) {
        var review = new SectionReview(messages, today, form);
        form.section().questions().stream()
                .filter(question -> !form.isEmpty(question))
                .forEach(review::question);
        review.missing(draft);
        review.scan();
        review.lastPeriod();
        PrivateAnswers.lacking(form).forEach(review::reject);
        if (!review.errors.hasErrors()) {
            review.record(new DraftAnswers(form.into(draft)).answers());
        }
        return review;
    }

    BindingResult errors() {
        return errors;
    }

    /** What is possible and rare, in words: "Height: is 132 right?". */
    List<String> unusual() {
        var answers =
                unusual.stream().map(rare -> message("answers.unusual", label(rare.field()), form.text(rare.field())));
        return Stream.concat(rareTimes.stream().distinct(), answers).toList();
    }

    /** Their names. */
    List<String> rare() {
        return unusual.stream().map(AnswerProblem::field).distinct().toList();
    }

    private void question(Question question) {
        var name = question.name();
        var readable =
                switch (question.kind()) {
                    case DATE -> form.date(name).date().isPresent();
                    case NUMBER -> DraftAnswers.number(form.text(name)).isPresent();
                    case WHOLE -> DraftAnswers.whole(form.text(name)).isPresent();
                    case PHONE -> PhoneNumber.parse(form.text(name)).isPresent();
                    case YES_NO -> form.text(name).matches("yes|no");
                    case CHOICE, LONG_CHOICE -> question.codes().contains(form.text(name));
                    case SEVERAL -> question.codes().containsAll(Question.codesOf(form.text(name)));
                    case TEXT, LINES -> form.text(name).length() <= LONGEST_NAME;
                };
        if (!readable) {
            reject(name, "answers.unreadable." + question.kind());
        } else {
            age(question);
        }
    }

    /** What her national ID says need not be said again. */
    private void missing(Draft draft) {
        var section = form.section();
        if (section.equals(Section.DETAILS) && draft.evidence() != null) {
            return;
        }
        section.questions().stream()
                .filter(question -> section.required().contains(question.name()) && form.isEmpty(question))
                .forEach(question -> reject(question.name(), "answers.missing"));
        if (section.equals(Section.DETAILS)
                && form.date(Section.BIRTH_DATE).isEmpty()
                && form.text(Section.AGE).isEmpty()) {
            reject(Section.BIRTH_DATE, "answers.birth_date.missing");
        }
        if (form.isEntered(section.doses())
                && form.text(Section.TETANUS_HISTORY).isEmpty()) {
            reject(Section.TETANUS_HISTORY, "answers.ttcv_history.missing");
        }
    }

    /** A mother is 10 to 60: the birth date tells, or her age. Below 15 and above 49 it is asked about once more. */
    private void age(Question question) {
        years(question).ifPresent(years -> {
            var age = BigDecimal.valueOf(years);
            if (!Limits.AGE_AT_REGISTRATION.possible(age)) {
                reject(question.name(), "answers.age.wrong");
            } else if (!Limits.AGE_AT_REGISTRATION.usual(age)) {
                rareTimes.add(message("answers.age.unusual", years));
            }
        });
    }

    private Optional<Integer> years(Question question) {
        return switch (question.name()) {
            case Section.BIRTH_DATE ->
                form.date(question.name())
                        .date()
                        .map(born -> Period.between(born, today).getYears());
            case Section.AGE -> DraftAnswers.whole(form.text(question.name()));
            default -> Optional.empty();
        };
    }

    /** The weeks that a scan found and the due date that it gives must make sense together. */
    private void scan() {
        var said = DraftAnswers.scan(form::date, form::text);
        if (form.section().name().equals("pregnancy") && !errors.hasErrors() && !said.isEmpty()) {
            said.wrong(today)
                    .ifPresent(wrong -> rejectWith(
                            Objects.requireNonNull(DraftAnswers.SCAN.get(wrong.field())),
                            messages.getMessage(wrong.key(), null, LocaleContextHolder.getLocale())));
        }
    }

    /** No pregnancy lasts as long as that; of one that would be overdue by weeks the day is read once more. */
    private void lastPeriod() {
        form.date(LAST_PERIOD)
                .date()
                .filter(first -> form.section().asks(LAST_PERIOD) && !first.isAfter(today))
                .ifPresent(first -> {
                    var days = (int) ChronoUnit.DAYS.between(first, today);
                    var weeks = BigDecimal.valueOf(days / 7);
                    var told = days / 7 + "+" + days % 7;
                    if (!Limits.GESTATIONAL_WEEKS.possible(weeks)) {
                        rejectWith(LAST_PERIOD, message("answers.lmp.wrong", told));
                    } else if (!Limits.GESTATIONAL_WEEKS.usual(weeks)) {
                        rareTimes.add(message("answers.lmp.unusual", told));
                    }
                });
    }

    private void record(Map<String, Answer> answers) {
        var review = Answers.review(answers, Occasion.registration(today));
        review.problems().stream().filter(this::here).forEach(this::problem);
        unusual = review.soft().stream().filter(this::here).toList();
    }

    private boolean here(AnswerProblem problem) {
        return form.section().questions().stream()
                .anyMatch(question -> question.name().equals(problem.field()));
    }

    private void problem(AnswerProblem problem) {
        rejectWith(problem.field(), new ProblemWords(messages, today).of(problem, form.date(problem.field())));
    }

    private void reject(String question, String key, String... more) {
        var arguments = new ArrayList<Object>(List.of(label(question)));
        arguments.addAll(List.of(more));
        rejectWith(question, messages.getMessage(key, arguments.toArray(), LocaleContextHolder.getLocale()));
    }

    private void rejectWith(String question, @Nullable String text) {
        errors.rejectValue("answers[" + question + "]", "answer", text);
    }

    private String label(String question) {
        return messages.getMessage("answers." + question, null, LocaleContextHolder.getLocale());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
