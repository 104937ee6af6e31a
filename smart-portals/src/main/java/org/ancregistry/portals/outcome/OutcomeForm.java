package org.ancregistry.portals.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a pregnancy as it was typed so far: each of its pages carries all of it. Its map and list can be changed,
 * because binding fills them.
 *
 * @param kind a code of anc-outcome
 * @param answers by dictionary field; what is said of a child has the child's number behind it: {@code sex1}
 * @param count of how many children is told
 * @param step what the pressed button means
 * @param confirmed rare weights that somebody looked at once more, as {@code weight1=1200}
 */
record OutcomeForm(
        String requestId,
        String basedOn,
        String kind,
        TypedDate date,
        Map<String, String> answers,
        String count,
        @Nullable String note,
        String step,
        List<String> confirmed) {

    private static final int MOST_CHILDREN = 4;

    OutcomeForm(
            @Nullable String requestId,
            @Nullable String basedOn,
            @Nullable String kind,
            @Nullable TypedDate date,
            @Nullable Map<String, String> answers,
            @Nullable String count,
            @Nullable String note,
            @Nullable String step,
            @Nullable List<String> confirmed) {
        this.requestId = Objects.requireNonNullElse(requestId, "");
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.kind = Objects.requireNonNullElse(kind, "");
        this.date = Objects.requireNonNullElse(date, TypedDate.EMPTY);
        this.answers = answers == null ? new LinkedHashMap<>() : new LinkedHashMap<>(answers);
        this.count = Integer.toString(bounded(count));
        this.note = note;
        this.step = Objects.requireNonNullElse(step, "");
        this.confirmed = confirmed == null ? new ArrayList<>() : new ArrayList<>(confirmed);
    }

    /** A text that is no number of children is a mangled page: one child. */
    private static int bounded(@Nullable String count) {
        return count != null && count.matches("[0-9]{1,2}")
                ? Math.max(1, Math.min(Integer.parseInt(count), MOST_CHILDREN))
                : 1;
    }

    /** Of how many children is told. */
    public int number() {
        return Integer.parseInt(count);
    }

    static OutcomeForm empty(String basedOn) {
        return new OutcomeForm(UUID.randomUUID().toString(), basedOn, null, null, null, null, null, null, null);
    }

    /** The same, based on what is in the record now, under a new request: what was typed is kept. */
    OutcomeForm basedOn(String version) {
        return new OutcomeForm(
                UUID.randomUUID().toString(), version, kind, date, answers, count, note, step, confirmed);
    }

    /** The same for one child more, or one less. */
    OutcomeForm withChildren(int more) {
        return new OutcomeForm(
                requestId, basedOn, kind, date, answers, Integer.toString(number() + more), note, step, confirmed);
    }

    Optional<EndKind> end() {
        return EndKind.of(kind).filter(end -> end != EndKind.BIRTH_AND_LOSS);
    }

    public boolean isBirth() {
        return end().filter(EndKind::isBirth).isPresent();
    }

    public boolean isDeath() {
        return end().filter(EndKind.MATERNAL_DEATH::equals).isPresent();
    }

    public boolean mayAdd() {
        return number() < MOST_CHILDREN;
    }

    /** The numbers of the children of whom something is told. */
    public List<Integer> children() {
        return IntStream.rangeClosed(1, number()).boxed().toList();
    }

    /** What was typed there; empty when nothing was. */
    public String typed(String field) {
        return answers.getOrDefault(field, "").strip();
    }

    @Nullable
    String orNull(String field) {
        var text = typed(field);
        return text.isEmpty() ? null : text;
    }
}
