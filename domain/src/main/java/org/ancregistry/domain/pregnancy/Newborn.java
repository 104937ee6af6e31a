package org.ancregistry.domain.pregnancy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One of the children that were born.
 *
 * @param outcome a code of the dictionary field {@code baby_outcome}
 * @param sex a code of {@code baby_sex}
 * @param kilograms the weight at birth, where it was weighed
 * @param condition a code of {@code baby_condition}; only of a child that lives
 */
public record Newborn(
        String outcome,
        @Nullable String sex,
        @Nullable BigDecimal kilograms,
        @Nullable String condition) {

    public static final String LIVE = "baby-outcome-live-birth";
    public static final String STILLBORN = "baby-outcome-stillbirth";

    private static final String LIVE_BIRTH = "ANC.End.2";
    private static final String STILLBIRTH = "ANC.End.3";

    /** Whether it lives. */
    public boolean lives() {
        return outcome.equals(LIVE);
    }

    /** The answers to the dictionary's fields. */
    public Map<String, Answer> answers() {
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("baby_outcome", new Answer.Chosen(outcome));
        if (sex != null) {
            answers.put("baby_sex", new Answer.Chosen(sex));
        }
        if (kilograms != null) {
            answers.put("birth_weight", new Answer.Measured(kilograms, "kg"));
        }
        if (condition != null) {
            answers.put("baby_condition", new Answer.Chosen(condition));
        }
        return answers;
    }

    /** How a birth of these children is kept: whether they all live. */
    public static EndKind kind(List<Newborn> children) {
        return children.stream().allMatch(Newborn::lives) ? EndKind.BIRTH : EndKind.BIRTH_AND_LOSS;
    }

    /** Why the record is closed: one child that was born alive makes a live birth. */
    public static String closeReason(List<Newborn> children) {
        return children.stream().allMatch(child -> child.outcome().equals(STILLBORN)) ? STILLBIRTH : LIVE_BIRTH;
    }
}
