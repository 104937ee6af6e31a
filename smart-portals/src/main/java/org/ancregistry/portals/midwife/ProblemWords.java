package org.ancregistry.portals.midwife;

import java.time.LocalDate;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.portals.web.TypedDate;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What to do about an answer that cannot be true, in the midwife's language. */
final class ProblemWords {

    private final MessageSource messages;
    private final LocalDate today;

    ProblemWords(MessageSource messages, LocalDate today) {
        this.messages = messages;
        this.today = today;
    }

    /** @param typed the day that was typed, where the answer is a day */
    String of(AnswerProblem problem, TypedDate typed) {
        var field = Dictionary.anc().require(problem.field());
        return switch (problem.code()) {
            case AnswerProblem.CONTRADICTION -> contradiction(problem);
            case AnswerProblem.IMPOSSIBLE_VALUE -> impossible(field, typed);
            default -> words("answers." + problem.code(), field);
        };
    }

    private String contradiction(AnswerProblem problem) {
        var key = "answers.contradiction." + problem.field();
        var words = messages.getMessage(key, null, problem.message(), LocaleContextHolder.getLocale());
        return words == null ? problem.message() : words;
    }

    private String impossible(DictionaryField field, TypedDate typed) {
        var limits = field.limits();
        if (limits.hardMin() != null && limits.hardMax() != null) {
            return words(
                    "answers.impossible",
                    field,
                    limits.hardMin().toPlainString(),
                    limits.hardMax().toPlainString());
        }
        var isToCome = field.past() && typed.date().filter(today::isBefore).isPresent();
        return words(isToCome ? "answers.impossible-day" : "answers.impossible-value", field);
    }

    private String words(String key, DictionaryField field, String... limits) {
        var arguments = new Object[limits.length + 1];
        arguments[0] = messages.getMessage("answers." + field.name(), null, LocaleContextHolder.getLocale());
        System.arraycopy(limits, 0, arguments, 1, limits.length);
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
