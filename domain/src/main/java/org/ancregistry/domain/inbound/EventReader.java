package org.ancregistry.domain.inbound;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answer.Counted;
import org.ancregistry.domain.clinical.Answer.Measured;
import org.ancregistry.domain.clinical.Answer.YesNo;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one event of another system says, value by value, and puts it in the words of the dictionary. A value that
 * says nothing for certain answers nothing: it is kept in words or left out, and that is said.
 */
public final class EventReader {

    private static final String VALUE = "resource.value";

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> fieldsOf = new LinkedHashMap<>();
    private final Map<SourceElement, Sent> either = new LinkedHashMap<>();
    private final Map<SourceElement, Sent> workedOut = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> toAsk = new ArrayList<>();
    private final List<ImportFinding> findings = new ArrayList<>();

    private record Sent(int entry, Answer value) {}

    /** Takes one value; {@code value} is absent where the entry has none that can be read. */
    public void take(int entry, SourceElement element, @Nullable Answer value) {
        switch (element.reading()) {
            case YES -> yes(entry, element, value);
            case UNDECIDABLE -> ask(entry, Kind.UNDECIDABLE, element, "is sent for a yes and for a no alike");
            case LOST ->
                ask(entry, Kind.VALUE_MISSING, element, "is not in what was sent: the sender reads another value");
            default -> takeValue(entry, element, value);
        }
    }

    /** Takes an entry that says that nothing is known, or that has a value which nobody can read: it answers nothing. */
    public void takeUnreadable(int entry, SourceElement element) {
        switch (element.reading()) {
            case YES, UNDECIDABLE, LOST ->
                ask(entry, Kind.UNDECIDABLE, element, "came with nothing that could be read");
            default -> add(entry, Kind.VALUE_MISSING, VALUE, element.name() + " came without a value: it is left out.");
        }
    }

    private void takeValue(int entry, SourceElement element, @Nullable Answer value) {
        if (value == null) {
            add(entry, Kind.VALUE_MISSING, VALUE, element.name() + " came without a value: it is left out.");
            return;
        }
        switch (element.reading()) {
            case ANSWER -> answer(entry, element, value);
            case EITHER -> keep(either, entry, element, value);
            case WORKED_OUT -> keep(workedOut, entry, element, value);
            case DIPSTICK -> dipstick(entry, element, value);
            case REFERRAL -> referral(entry, element, value);
            default -> note(entry, element, value);
        }
    }

    private void answer(int entry, SourceElement element, Answer value) {
        var field = Dictionary.anc().require(element.fields().get(0));
        fitting(entry, field, value)
                .ifPresentOrElse(
                        fitting -> put(entry, field.name(), fitting),
                        () -> add(
                                entry,
                                Kind.VALUE_IMPOSSIBLE,
                                VALUE,
                                element.name() + ": this is no value or unit of " + field.name() + "."));
    }

    /** The value in the shape and unit of the field. */
    private Optional<Answer> fitting(int entry, DictionaryField field, Answer value) {
        var unit = field.unit();
        if (field.takes(AnswerShape.MEASURED) && unit != null) {
            return measured(entry, unit, value);
        }
        if (field.takes(AnswerShape.COUNTED) && value instanceof Measured number) {
            return whole(number.value());
        }
        return field.takes(value.shape()) ? Optional.of(value) : Optional.empty();
    }

    private Optional<Answer> measured(int entry, String unit, Answer value) {
        var sent = value instanceof Counted count
                ? new Measured(BigDecimal.valueOf(count.value()), "")
                : value instanceof Measured number ? number : null;
        if (sent == null) {
            return Optional.empty();
        }
        if (sent.unit().isEmpty()) {
            add(entry, Kind.UNIT_ADDED, VALUE, "Without a unit: taken as " + unit + ".");
            return Optional.of(new Measured(sent.value(), unit));
        }
        var converted = SentUnit.in(unit, sent);
        if (converted.isPresent() && !sent.unit().equals(unit)) {
            add(entry, Kind.UNIT_CONVERTED, VALUE, "Put into " + unit + ".");
        }
        return converted.map(number -> number);
    }

    private static Optional<Answer> whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(BigDecimal.TEN.pow(9)) < 0
                ? Optional.of(new Counted(number.intValue()))
                : Optional.empty();
    }

    /** Sent for a yes only; a no in it contradicts that, and then it answers nothing. */
    private void yes(int entry, SourceElement element, @Nullable Answer value) {
        if (value != null && !value.equals(new YesNo(true))) {
            ask(entry, Kind.UNDECIDABLE, element, "is sent for a yes only, and here with another value");
            return;
        }
        element.fields().forEach(field -> put(entry, field, new YesNo(true)));
    }

    private void dipstick(int entry, SourceElement element, Answer value) {
        if (value.equals(new YesNo(false)) && element.none() != null) {
            put(entry, element.fields().get(0), new Answer.Chosen(element.none()));
        } else if (value.equals(new YesNo(true))) {
            note(entry, element, value);
            add(entry, Kind.GRADE_MISSING, VALUE, element.name() + " was found, but not how much: test again.");
        } else {
            add(entry, Kind.VALUE_IMPOSSIBLE, VALUE, element.name() + " is sent as yes or no.");
        }
    }

    private void referral(int entry, SourceElement element, Answer value) {
        note(entry, element, value);
        if (value.equals(new YesNo(true))) {
            toAsk.add(element.name());
            add(
                    entry,
                    Kind.TARGET_MISSING,
                    VALUE,
                    "She is to be referred, and nobody says where to: write the referral.");
        }
    }

    private void note(int entry, SourceElement element, Answer value) {
        notes.add(element.name() + ": " + words(value));
        add(entry, Kind.KEPT_AS_NOTE, VALUE, element.name() + " is kept in words with the contact.");
    }

    private void ask(int entry, Kind kind, SourceElement element, String why) {
        toAsk.add(element.name());
        add(entry, kind, "resource", element.name() + " " + why + ": it is not stored. Ask her.");
    }

    private void keep(Map<SourceElement, Sent> questions, int entry, SourceElement element, Answer value) {
        var before = questions.putIfAbsent(element, new Sent(entry, value));
        requireSame(entry, before == null ? value : before.value(), value);
    }

    private void put(int entry, String field, Answer answer) {
        var before = answers.putIfAbsent(field, answer);
        fieldsOf.computeIfAbsent(entry, any -> new LinkedHashSet<>()).add(field);
        requireSame(entry, before == null ? answer : before, answer);
    }

    private void requireSame(int entry, Answer before, Answer now) {
        if (!before.equals(now)) {
            add(entry, Kind.VALUE_IMPOSSIBLE, VALUE, "This event answers the same question twice, and differently.");
        }
    }

    static String words(Answer value) {
        if (value instanceof YesNo said) {
            return said.yes() ? "yes" : "no";
        } else if (value instanceof Measured number) {
            return (number.value().toPlainString() + " " + number.unit()).strip();
        } else if (value instanceof Counted count) {
            return String.valueOf(count.value());
        } else if (value instanceof Answer.Dated day) {
            return day.value().toString();
        }
        return value instanceof Answer.Written written ? written.text() : "";
    }

    private void add(int entry, Kind kind, String element, String message) {
        findings.add(new ImportFinding(entry, kind, element, message));
    }

    /** All that the event says. */
    public EventSaid said() {
        decideEither();
        var computed = new LinkedHashMap<SourceElement, EventSaid.Compared>();
        workedOut.forEach((element, sent) -> computed.put(element, new EventSaid.Compared(sent.entry(), sent.value())));
        return new EventSaid(answers, fieldsOf, computed, notes, toAsk, findings);
    }

    private void decideEither() {
        var fields = either.keySet().stream()
                .map(element -> element.fields().get(0))
                .distinct()
                .toList();
        fields.forEach(this::decideEither);
    }

    private void decideEither(String field) {
        var said = new LinkedHashMap<>(either);
        said.keySet().removeIf(element -> !element.fields().contains(field));
        var answer = together(field, said.values().stream().map(Sent::value).toList());
        said.forEach((element, sent) -> {
            answer.ifPresent(yesOrNo -> put(sent.entry(), field, yesOrNo));
            note(sent.entry(), element, sent.value());
        });
    }

    private static Optional<YesNo> together(String field, List<Answer> said) {
        var questions = Dhis2Elements.anc().all().stream()
                .filter(element ->
                        element.reading() == Reading.EITHER && element.fields().contains(field))
                .count();
        if (said.contains(new YesNo(true))) {
            return Optional.of(new YesNo(true));
        }
        return said.size() == questions && said.stream().allMatch(new YesNo(false)::equals)
                ? Optional.of(new YesNo(false))
                : Optional.empty();
    }
}
