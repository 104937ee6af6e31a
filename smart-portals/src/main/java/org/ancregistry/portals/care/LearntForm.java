package org.ancregistry.portals.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.portals.record.Allergy;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What was learnt of her, as it was ticked and typed.
 *
 * @param requestId made with the page: sent twice, it is written once
 * @param madeAt when the page was made
 * @param basedOn which state of the record it was made from
 * @param allergies codes of the dictionary
 * @param words an allergy that is not on the list
 * @param illnesses names of fields of the dictionary
 */
record LearntForm(
        String requestId, String madeAt, String basedOn, List<String> allergies, String words, List<String> illnesses) {

    private static final String ALLERGIES = "allergies";
    /** "Other allergies" says less than its name. */
    private static final String OTHER = "ANC.B6.DE71";

    private static final int LONGEST = 200;

    /** Of an infection with HIV somebody learns by a test, and tells her herself. */
    private static final List<String> ILLNESSES = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("hx_") && !name.equals("hx_hiv"))
            .toList();

    LearntForm(
            @Nullable String requestId,
            @Nullable String madeAt,
            @Nullable String basedOn,
            @Nullable List<String> allergies,
            @Nullable String words,
            @Nullable List<String> illnesses) {
        this.requestId = Objects.requireNonNullElse(requestId, "");
        this.madeAt = Objects.requireNonNullElse(madeAt, "");
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.allergies = allergies == null ? List.of() : List.copyOf(allergies);
        this.words = Objects.requireNonNullElse(words, "").strip();
        this.illnesses = illnesses == null ? List.of() : List.copyOf(illnesses);
    }

    static LearntForm empty(String basedOn, String madeAt) {
        return new LearntForm(UUID.randomUUID().toString(), madeAt, basedOn, null, null, null);
    }

    /** The same entries, based on what is in the record now. */
    LearntForm basedOn(String version) {
        return new LearntForm(requestId, madeAt, version, allergies, words, illnesses);
    }

    /** Whom an allergy is known of does not know of none. */
    static List<String> allergyCodes(MotherRecord record) {
        return VisitFields.codes(ALLERGIES).stream()
                .filter(code -> !code.equals(OTHER))
                .filter(code ->
                        !code.equals(Allergy.NONE_KNOWN) || record.allergies().isEmpty())
                .toList();
    }

    /** Those that her record does not say yet. */
    static List<String> illnessNames(MotherRecord record) {
        return ILLNESSES.stream()
                .filter(name -> record.latest(name)
                        .filter(finding -> !finding.denied())
                        .map(Finding::name)
                        .isEmpty())
                .toList();
    }

    void check(boolean allergic, BindingResult errors) {
        if (allergies.isEmpty() && words.isEmpty() && illnesses.isEmpty()) {
            errors.rejectValue(ALLERGIES, "learnt.nothing");
        } else if (isNone() && (allergic || allergies.size() > 1 || !words.isEmpty())) {
            errors.rejectValue(ALLERGIES, "answers.contradiction.allergies");
        } else if (words.length() > LONGEST) {
            errors.rejectValue("words", "reached.long", new Object[] {LONGEST}, null);
        }
        if (!VisitFields.codes(ALLERGIES).containsAll(allergies)) {
            errors.rejectValue(ALLERGIES, "learnt.nothing");
        }
        if (!ILLNESSES.containsAll(illnesses)) {
            errors.rejectValue("illnesses", "learnt.nothing");
        }
    }

    private boolean isNone() {
        return allergies.contains(Allergy.NONE_KNOWN);
    }

    Map<String, Answer> answers() {
        var answers = new LinkedHashMap<String, Answer>();
        if (!allergies.isEmpty()) {
            answers.put(ALLERGIES, new Answer.ChosenAll(allergies, words.isEmpty() ? List.of() : List.of(words)));
        } else if (!words.isEmpty()) {
            answers.put(ALLERGIES, new Answer.Written(words));
        }
        illnesses.forEach(illness -> answers.put(illness, new Answer.YesNo(true)));
        return answers;
    }

    /** Names nobody and nothing told: forms must be safe to log. */
    @Override
    public String toString() {
        return "LearntForm[" + basedOn + "]";
    }
}
