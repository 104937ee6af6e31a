package org.ancregistry.domain.inbound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.pregnancy.Dating;
import org.jspecify.annotations.Nullable;

/**
 * What one event of another system says, in the words of the dictionary.
 *
 * @param answers by field name
 * @param fieldsOf which fields an entry answered
 * @param computed what the registry works out itself, to be compared
 * @param notes what the dictionary has no field for, in words
 * @param toAsk what somebody has to ask her or complete, in words
 * @param findings what is to be said of single entries
 */
public record EventSaid(
        Map<String, Answer> answers,
        Map<Integer, Set<String>> fieldsOf,
        Map<SourceElement, Compared> computed,
        List<String> notes,
        List<String> toAsk,
        List<ImportFinding> findings) {

    private static final int ROUNDED_WEEKS = 1;

    public EventSaid {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        fieldsOf = Map.copyOf(fieldsOf);
        computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
        notes = List.copyOf(notes);
        toAsk = List.copyOf(toAsk);
        findings = List.copyOf(findings);
    }

    /** The entry that answered a field. */
    public int entryOf(String field) {
        return fieldsOf.entrySet().stream()
                .filter(entry -> entry.getValue().contains(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ImportFinding.EVERYTHING);
    }

    /** A value that the registry works out itself. */
    public record Compared(int entry, Answer sent) {}

    /**
     * What the comparison with the pregnancy's dating says: nothing is stored of it but a note where the two differ or
     * nothing can be worked out.
     */
    public Checked checked(@Nullable Dating dating, LocalDate on) {
        var more = new ArrayList<>(notes);
        var said = new ArrayList<>(findings);
        computed.forEach((element, compared) -> {
            var agrees = agrees(element, compared.sent(), dating, on);
            if (agrees.orElse(false)) {
                said.add(
                        finding(compared, Kind.WORKED_OUT_HERE, element.name() + " is worked out here, and the same."));
            } else {
                more.add(element.name() + ": " + EventReader.words(compared.sent()));
                said.add(finding(
                        compared,
                        agrees.isPresent() ? Kind.DIFFERS : Kind.KEPT_AS_NOTE,
                        agrees.isPresent()
                                ? element.name() + " does not follow from her dates: kept in words only. Ask her."
                                : element.name() + " is kept in words: without her dates nothing follows."));
            }
        });
        return new Checked(List.copyOf(more), List.copyOf(said));
    }

    /**
     * What is left once the dates were compared.
     *
     * @param notes in words
     */
    public record Checked(List<String> notes, List<ImportFinding> findings) {}

    private static Optional<Boolean> agrees(SourceElement element, Answer sent, @Nullable Dating dating, LocalDate on) {
        if (dating == null) {
            return Optional.empty();
        }
        if (element.fields().contains("edd")) {
            return Optional.of(sent.equals(new Answer.Dated(dating.edd())));
        }
        return dating.ageOn(on)
                .map(age -> weeks(sent)
                        .map(weeks -> Math.abs(weeks - age.weeks()) <= ROUNDED_WEEKS)
                        .orElse(false));
    }

    private static Optional<Integer> weeks(Answer sent) {
        if (sent instanceof Answer.Measured measured) {
            return Optional.of(measured.value().intValue());
        }
        return sent instanceof Answer.Counted counted ? Optional.of(counted.value()) : Optional.empty();
    }

    private static ImportFinding finding(Compared compared, Kind kind, String message) {
        return new ImportFinding(compared.entry(), kind, "resource.value", message);
    }
}
