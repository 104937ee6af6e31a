package org.ancregistry.portals.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/**
 * Looks a typed visit over before it is sent, with the same rules as the registry: what cannot be true stands at its
 * field, what is rare is asked about once.
 *
 * @param answers what was answered
 * @param unusual values that are rare
 * @param confirmed those of which the writer said that they are right, by {@link Rare#key()}
 */
record VisitCheck(Map<String, Answer> answers, List<Rare> unusual, List<String> confirmed) {

    /** Of a visit that is saved as a whole. */
    static VisitCheck of(VisitForm form, MotherRecord record, LocalDate today, BindingResult errors) {
        var day = form.date().date().orElse(today);
        var occasion = form.contactType().equals(VisitPages.PHONE) ? Occasion.call(day) : Occasion.visit(day);
        return of(form, record, occasion, today, errors);
    }

    /** Of a woman who is sent to hospital at once: nothing that was not asked holds her up. */
    static VisitCheck urgent(VisitForm form, MotherRecord record, LocalDate today, BindingResult errors) {
        return of(form, record, Occasion.urgentReferral(form.date().date().orElse(today)), today, errors);
    }

    private static VisitCheck of(
            VisitForm form, MotherRecord record, Occasion occasion, LocalDate today, BindingResult errors) {
        var typed = TypedAnswers.read(form.answers(), form.dangers());
        typed.unreadable().forEach(field -> reject(errors, at(field), field, "visit.unreadable"));
        dates(form, today, errors);
        medicines(form, errors);
        var review = Answers.review(typed.answers(), known(occasion, record));
        review.problems().stream()
                .filter(problem -> !typed.unreadable().contains(problem.field()))
                .forEach(problem -> reject(errors, at(problem.field()), problem));
        return new VisitCheck(
                typed.answers(),
                review.soft().stream()
                        .map(AnswerProblem::field)
                        .distinct()
                        .map(field -> rare(form, field))
                        .toList(),
                form.confirmed());
    }

    /** How far she is and what she weighed last say what is usual. */
    private static Occasion known(Occasion occasion, MotherRecord record) {
        var dated = record.pregnancy()
                .flatMap(pregnancy -> pregnancy.daysOn(occasion.on()))
                .map(days -> occasion.atWeeks(days / 7))
                .orElse(occasion);
        return record.latestNumber("weight").map(dated::afterWeight).orElse(dated);
    }

    private static void dates(VisitForm form, LocalDate today, BindingResult errors) {
        if (form.date().date().filter(day -> !day.isAfter(today)).isEmpty()) {
            errors.rejectValue("date", "visit.date.wrong");
        }
        form.nextDay().check(today, errors);
    }

    /** @param property where on the page it stands */
    static void reject(BindingResult errors, String property, AnswerProblem problem) {
        var limits = Dictionary.anc().field(problem.field()).map(DictionaryField::limits);
        var range = limits.filter(known -> known.hardMin() != null && known.hardMax() != null);
        if (problem.code().equals(AnswerProblem.IMPOSSIBLE_VALUE) && range.isPresent()) {
            reject(
                    errors,
                    property,
                    problem.field(),
                    "visit.impossible",
                    plain(range.get().hardMin()),
                    plain(range.get().hardMax()));
        } else if (problem.code().equals(AnswerProblem.CONTRADICTION)
                && problem.field().equals("systolic")) {
            errors.rejectValue(property, "answers.contradiction.systolic", problem.message());
        } else {
            reject(errors, property, problem.field(), "visit.problem." + problem.code());
        }
    }

    /** Each message begins with the question that it is about: the summary above the form stands far from it. */
    static void reject(BindingResult errors, String property, String field, String code, String... more) {
        var arguments = Stream.concat(Stream.of(label(field)), Stream.of(more)).toArray();
        errors.rejectValue(property, code, arguments, null);
    }

    private static MessageSourceResolvable label(String field) {
        var key = field.startsWith("danger_")
                ? "visit.dangers"
                : VisitFields.TETANUS_DOSES.contains(field) ? "visit.tetanus" : "finding." + field;
        return new DefaultMessageSourceResolvable(new String[] {key}, field);
    }

    private static String plain(@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.toPlainString();
    }

    /** Puts a reason of the registry's at the field it means, in the registry's words. */
    static void reject(BindingResult errors, @Nullable String field, String words) {
        errors.rejectValue(field == null ? "note" : at(field), "visit.refused", words);
    }

    /** Where on the page a dictionary field stands. */
    private static String at(String field) {
        if (field.startsWith("danger_")) {
            return "dangers";
        }
        if (VisitFields.TETANUS_DOSES.contains(field)) {
            return "answers[" + VisitFields.TETANUS + "]";
        }
        return VisitFields.ASKED.contains(field) ? "answers[" + field + "]" : "note";
    }

    boolean asksOnceMore() {
        return unusual.stream().anyMatch(rare -> !confirmed.contains(rare.key()));
    }

    /**
     * Of a value that stands on the page. It does not matter whether it is rare still: after the visit is saved her weight
     * is no longer a leap, and a second press must say the same as the first.
     */
    private static Set<String> confirmedFields(VisitForm form, Set<String> answered) {
        return answered.stream()
                .filter(field -> form.confirmed().contains(rare(form, field).key()))
                .collect(Collectors.toSet());
    }

    private static Rare rare(VisitForm form, String field) {
        return new Rare(field, form.answers().getOrDefault(field, "").strip());
    }

    VisitReport report(VisitForm form, SignedInPerson person, ZoneId zone, VisitReport.@Nullable Referral referral) {
        return new VisitReport(
                form.requestId(),
                form.basedOn(),
                form.moment(zone).orElseThrow(),
                form.contactType(),
                answers,
                medicines(form),
                confirmedFields(form, answers.keySet()),
                blankToNull(form.note()),
                form.next(zone)
                        .map(start -> new VisitReport.Next(start, person.facility()))
                        .orElse(null),
                referral,
                null);
    }

    private static List<VisitReport.Medication> medicines(VisitForm form) {
        return form.medicines().stream()
                .flatMap(medicine -> Optional.ofNullable(blankToNull(medicine.text()))
                        .map(text -> new VisitReport.Medication(text, blankToNull(medicine.dose())))
                        .stream())
                .toList();
    }

    /** A dose of nothing would be lost. */
    private static void medicines(VisitForm form, BindingResult errors) {
        for (var row = 0; row < form.medicines().size(); row++) {
            var medicine = form.medicines().get(row);
            if (blankToNull(medicine.text()) == null && blankToNull(medicine.dose()) != null) {
                errors.rejectValue("medicines[" + row + "].text", "visit.medicine.missing");
            }
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
