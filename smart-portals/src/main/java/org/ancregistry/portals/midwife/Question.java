package org.ancregistry.portals.midwife;

import java.util.List;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.jspecify.annotations.Nullable;

/**
 * One question of a page. Those of the clinical record come from the dictionary, so that limits, units and choices are
 * one thing everywhere.
 *
 * @param name the dictionary field, or the draft's own entry
 * @param codes what there is to choose from
 * @param field absent for what is not part of the clinical record
 */
record Question(
        String name,
        Kind kind,
        List<String> codes,
        @Nullable DictionaryField field) {

    /** How it is answered. */
    enum Kind {
        TEXT,
        LINES,
        PHONE,
        NUMBER,
        WHOLE,
        DATE,
        YES_NO,
        CHOICE,
        LONG_CHOICE,
        SEVERAL
    }

    private static final int MOST_RADIOS = 5;

    Question {
        codes = List.copyOf(codes);
    }

    static Question of(String dictionaryField) {
        var field = Dictionary.anc().require(dictionaryField);
        var codes = field.answers().stream().map(CodedAnswer::code).toList();
        return new Question(dictionaryField, kind(field), codes, field);
    }

    /** Of a few answers too one is chosen from a list, in which nothing can be chosen again. */
    static Question listed(String dictionaryField) {
        var all = of(dictionaryField);
        return new Question(dictionaryField, Kind.LONG_CHOICE, all.codes(), all.field());
    }

    /** Of which several may be true; only {@code codes} of the field's answers, or all where none is named. */
    static Question several(String dictionaryField, String... codes) {
        var all = of(dictionaryField);
        return new Question(
                dictionaryField, Kind.SEVERAL, codes.length == 0 ? all.codes() : List.of(codes), all.field());
    }

    static Question own(String name, Kind kind, String... codes) {
        return new Question(name, kind, List.of(codes), null);
    }

    /** The kind in lower case, by which a template chooses the form field. */
    public String look() {
        return kind.name();
    }

    /** The unit as people write it. */
    public @Nullable String unit() {
        return field == null || field.shownUnit().isEmpty() ? null : field.shownUnit();
    }

    /** The codes of an entry that may hold several, with spaces between. */
    static List<String> codesOf(String entry) {
        return entry.isBlank() ? List.of() : List.of(entry.strip().split(" +"));
    }

    /** An English word for a choice that has no translation, the name of a blood group for instance. */
    public String label(String code) {
        return field == null ? code : field.answer(code).map(CodedAnswer::label).orElse(code);
    }

    private static Kind kind(DictionaryField field) {
        if (field.takes(AnswerShape.MEASURED)) {
            return Kind.NUMBER;
        }
        if (field.takes(AnswerShape.COUNTED)) {
            return Kind.WHOLE;
        }
        if (field.takes(AnswerShape.DATED)) {
            return Kind.DATE;
        }
        if (field.takes(AnswerShape.YES_NO)) {
            return Kind.YES_NO;
        }
        return field.answers().size() > MOST_RADIOS ? Kind.LONG_CHOICE : Kind.CHOICE;
    }
}
