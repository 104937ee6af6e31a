package org.ancregistry.domain.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a set of answers, all of it at once.
 *
 * @param accepted the answers, when nothing stands against them
 * @param problems what must be put right first
 * @param soft what is possible and rare: "is this right?"
 */
public record AnswerReview(@Nullable Answers accepted, List<AnswerProblem> problems, List<AnswerProblem> soft) {

    public AnswerReview {
        problems = List.copyOf(problems);
        soft = List.copyOf(soft);
    }

    /**
     * The answers.
     *
     * @throws IllegalStateException when there are problems
     */
    public Answers answers() {
        if (accepted == null) {
            throw new IllegalStateException("These answers have " + problems.size() + " problems.");
        }
        return accepted;
    }
}
