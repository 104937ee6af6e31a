package org.ancregistry.portals.midwife;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ancregistry.portals.web.TypedDate;

/**
 * The entries of one section as they stand in its form. Only the section's own questions are read from a request; the
 * entries are kept as typed, right or wrong.
 */
final class SectionForm {

    private static final String PREFIX = "answers[";
    private static final int LONGEST = 1000;

    private final Section section;
    private final Map<String, String> entries;

    private SectionForm(Section section, Map<String, String> entries) {
        this.section = section;
        this.entries = entries;
    }

    /** As the draft has it. */
    static SectionForm of(Section section, Draft draft) {
        return new SectionForm(section, draft.entries());
    }

    /** As the form was sent. */
    static SectionForm of(Section section, Map<String, String> parameters) {
        var entries = new LinkedHashMap<String, String>();
        for (var question : section.questions()) {
            var field = PREFIX + question.name() + "]";
            if (question.kind() == Question.Kind.DATE) {
                for (var part : new String[] {".day", ".month", ".year"}) {
                    entries.put(question.name() + part, clean(parameters.get(field + part)));
                }
            } else if (question.kind() == Question.Kind.SEVERAL) {
                entries.put(question.name(), ticked(question, field, parameters));
            } else {
                entries.put(question.name(), clean(parameters.get(field)));
            }
        }
        return new SectionForm(section, entries);
    }

    /** Each answer has a box of its own. */
    private static String ticked(Question question, String field, Map<String, String> parameters) {
        return question.codes().stream()
                .filter(code -> parameters.containsKey(field + "." + code))
                .collect(Collectors.joining(" "));
    }

    /** With a no to every question of yes and no that nobody has answered; the others stay as they are. */
    SectionForm withNo() {
        var answered = new LinkedHashMap<>(entries);
        section.yesNo().stream().filter(this::isEmpty).forEach(question -> answered.put(question.name(), "no"));
        return new SectionForm(section, answered);
    }

    /** By question: a text, or a {@link TypedDate}. The name is the one that form fields bind to. */
    public Map<String, Object> getAnswers() {
        var answers = new LinkedHashMap<String, Object>();
        section.questions().forEach(question -> answers.put(question.name(), answer(question)));
        return answers;
    }

    Section section() {
        return section;
    }

    String text(String question) {
        return entries.getOrDefault(question, "");
    }

    TypedDate date(String question) {
        return new TypedDate(
                entries.get(question + ".day"), entries.get(question + ".month"), entries.get(question + ".year"));
    }

    boolean isEmpty(Question question) {
        return question.kind() == Question.Kind.DATE
                ? date(question.name()).isEmpty()
                : text(question.name()).isEmpty();
    }

    /** Whether there is an entry for any of them. */
    public boolean isEntered(List<Question> questions) {
        return !questions.stream().allMatch(this::isEmpty);
    }

    /** The draft with this section's entries in place of what it had. */
    Draft into(Draft draft) {
        return draft.with(entries);
    }

    private Object answer(Question question) {
        return question.kind() == Question.Kind.DATE ? date(question.name()) : text(question.name());
    }

    /** Control characters go, but never joiners: Sinhala letters are made with them. */
    private static String clean(@org.jspecify.annotations.Nullable String typed) {
        var kept =
                typed == null ? "" : typed.replaceAll("[\\p{Cc}&&[^\\n]]", "").strip();
        return kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
    }
}
