package org.ancregistry.portals.care;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;

/**
 * Turns what was typed and ticked into answers. An empty box was not asked and has no answer; a no is an answer.
 *
 * @param answers by dictionary field
 * @param unreadable fields whose text is no number
 */
record TypedAnswers(Map<String, Answer> answers, TreeSet<String> unreadable) {

    /** Of a visit. */
    static TypedAnswers read(Map<String, String> typed, List<String> dangerSigns) {
        var read = of(typed, VisitFields.ASKED);
        dangerSigns.stream()
                .filter(VisitFields.DANGER_SIGNS::contains)
                .forEach(sign -> read.answers().put(sign, new Answer.YesNo(true)));
        Optional.ofNullable(typed.get(VisitFields.TETANUS))
                .filter(VisitFields.TETANUS_DOSES::contains)
                .ifPresent(dose -> read.answers().put(dose, new Answer.YesNo(true)));
        return read;
    }

    /** Of a page that has a box for each of these fields. */
    static TypedAnswers of(Map<String, String> typed, Collection<String> fields) {
        var answers = new LinkedHashMap<String, Answer>();
        var unreadable = new TreeSet<String>();
        for (var name : fields) {
            var text = typed.getOrDefault(name, "").strip();
            if (!text.isEmpty()) {
                read(Dictionary.anc().require(name), text)
                        .ifPresentOrElse(answer -> answers.put(name, answer), () -> unreadable.add(name));
            }
        }
        return new TypedAnswers(answers, unreadable);
    }

    private static Optional<Answer> read(DictionaryField field, String text) {
        if (field.takes(AnswerShape.MEASURED)) {
            return number(text).map(value -> new Answer.Measured(value, field.unit() == null ? "1" : field.unit()));
        }
        if (field.takes(AnswerShape.COUNTED)) {
            return number(text)
                    .filter(value -> value.stripTrailingZeros().scale() <= 0)
                    .map(value -> new Answer.Counted(value.intValue()));
        }
        if (field.takes(AnswerShape.YES_NO)) {
            return switch (text) {
                case "yes" -> Optional.of(new Answer.YesNo(true));
                case "no" -> Optional.of(new Answer.YesNo(false));
                default -> Optional.empty();
            };
        }
        return field.answer(text).map(chosen -> new Answer.Chosen(chosen.code()));
    }

    /** With a point or a comma; no letters, no sign, no more digits than a body can have. */
    private static Optional<BigDecimal> number(String text) {
        var plain = text.replace(',', '.');
        return plain.matches("[0-9]{1,4}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
