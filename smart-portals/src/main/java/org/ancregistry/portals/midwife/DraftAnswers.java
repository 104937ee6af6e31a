package org.ancregistry.portals.midwife;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.portals.web.ScanSaid;
import org.ancregistry.portals.web.TypedDate;

/** What a draft's entries mean. What was not asked has no answer; a no is an answer. */
final class DraftAnswers {

    /** Before a field's name: the entry with the rare value that somebody said is right. */
    static final String CONFIRMED = "confirmed.";

    /** After a question's name: what was written where the list does not have it. */
    static final String OTHER = "_other";

    /** The answer that says "other", by question. */
    private static final Map<String, String> OTHERS =
            Map.of("allergies", "ANC.B6.DE71", "medications", "ANC.B6.DE138", "alcohol_substances", "ANC.B6.DE152");

    static final String SCAN_WEEKS = "scan_weeks";
    static final String SCAN_DAYS = "scan_days";

    /** Which question asks for each part of what a scan says. */
    static final Map<String, String> SCAN =
            Map.of("scanned", "ultrasound_date", "weeks", SCAN_WEEKS, "days", SCAN_DAYS, "due", "ultrasound_edd");

    private final Draft draft;

    DraftAnswers(Draft draft) {
        this.draft = draft;
    }

    /** The answers of the clinical record, by dictionary field; what cannot be read is left out. */
    Map<String, Answer> answers() {
        var answers = new LinkedHashMap<String, Answer>();
        Section.HISTORY.stream()
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.field() != null)
                .forEach(question -> answer(question).ifPresent(answer -> answers.put(question.name(), answer)));
        scan(draft::date, draft::text)
                .dating()
                .ifPresent(dating -> answers.put("ultrasound_edd", new Answer.Dated(dating.edd())));
        return answers;
    }

    /** What a scan said, of which the due date is computed where the report gives weeks alone. */
    static ScanSaid scan(Function<String, TypedDate> date, UnaryOperator<String> text) {
        return new ScanSaid(
                date.apply("ultrasound_date"),
                text.apply(SCAN_WEEKS),
                text.apply(SCAN_DAYS),
                date.apply("ultrasound_edd"));
    }

    /** Fields whose rare values, as they stand now, somebody looked at once more. */
    Set<String> confirmed() {
        return answers().keySet().stream()
                .filter(field -> draft.entry(CONFIRMED + field)
                        .filter(draft.text(field)::equals)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<Answer> answer(Question question) {
        var text = draft.text(question.name());
        return switch (question.kind()) {
            case DATE -> draft.date(question.name()).date().map(Answer.Dated::new);
            case NUMBER ->
                number(text)
                        .map(value -> new Answer.Measured(
                                value,
                                Objects.requireNonNull(
                                        Objects.requireNonNull(question.field()).unit())));
            case WHOLE -> whole(text).map(Answer.Counted::new);
            case YES_NO -> said(text);
            case SEVERAL -> several(question, Question.codesOf(text));
            case CHOICE, LONG_CHOICE -> text.isEmpty() ? Optional.empty() : Optional.of(new Answer.Chosen(text));
            case TEXT, LINES, PHONE -> text.isEmpty() ? Optional.empty() : Optional.of(new Answer.Written(text));
        };
    }

    /** What "other" stands for is said in its own words where they were typed. */
    private Optional<Answer> several(Question question, List<String> ticked) {
        var words = draft.text(question.name() + OTHER).strip();
        if (words.isEmpty()) {
            return several(ticked);
        }
        var codes = ticked.stream()
                .filter(code -> !code.equals(OTHERS.get(question.name())))
                .toList();
        return Optional.of(codes.isEmpty() ? new Answer.Written(words) : new Answer.ChosenAll(codes, List.of(words)));
    }

    private static Optional<Answer> several(List<String> codes) {
        return codes.size() > 1
                ? Optional.of(new Answer.ChosenAll(codes))
                : codes.stream().findFirst().map(Answer.Chosen::new);
    }

    private static Optional<Answer> said(String text) {
        return switch (text) {
            case "yes" -> Optional.of(new Answer.YesNo(true));
            case "no" -> Optional.of(new Answer.YesNo(false));
            default -> Optional.empty();
        };
    }

    /** A number with at most four digits before and two after the point or comma. */
    static Optional<BigDecimal> number(String typed) {
        var plain = typed.strip().replace(',', '.');
        return plain.matches("\\d{1,4}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static Optional<Integer> whole(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Optional.of(Integer.valueOf(typed.strip())) : Optional.empty();
    }
}
