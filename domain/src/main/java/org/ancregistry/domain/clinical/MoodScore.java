package org.ancregistry.domain.clinical;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often in the last two weeks she had little interest and felt down, as one number: the Patient Health Questionnaire's
 * first two questions, PHQ-2 (Kroenke, Spitzer, Williams: Medical Care 2003; 41:1284). It diagnoses nothing.
 *
 * @param points 0 to 6
 */
public record MoodScore(int points) {

    /** From here on somebody is to talk with her about it (PHQ-2's own cut-off). */
    private static final int TO_BE_TALKED_ABOUT = 3;

    /** LOINC's answers, each of one more point than the one before, from none. */
    private static final List<String> BY_POINTS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    /** The score of two answers, by their codes; nothing while one of them is not given or is another code. */
    public static Optional<MoodScore> of(@Nullable String interest, @Nullable String down) {
        return points(interest).flatMap(first -> points(down).map(second -> new MoodScore(first + second)));
    }

    public boolean isToBeTalkedAbout() {
        return points >= TO_BE_TALKED_ABOUT;
    }

    private static Optional<Integer> points(@Nullable String code) {
        return code == null || !BY_POINTS.contains(code) ? Optional.empty() : Optional.of(BY_POINTS.indexOf(code));
    }
}
