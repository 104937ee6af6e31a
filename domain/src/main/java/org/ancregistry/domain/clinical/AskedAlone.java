package org.ancregistry.domain.clinical;

import java.util.ArrayList;
import java.util.List;

/**
 * What a woman is asked with nobody listening. That she was asked and did not answer is no contradiction: she need not.
 */
final class AskedAlone {

    private static final String ENQUIRY = "ipv_enquiry";
    private static final String NOT_ASKED = "ipv_not_asked";
    private static final String VIOLENCE = "ipv";
    private static final List<String> ONLY_IF_SO = List.of("ipv_types", "ipv_support");

    private AskedAlone() {}

    static List<AnswerProblem> contradictions(Answers answers) {
        var found = new ArrayList<AnswerProblem>();
        if (answers.yes(ENQUIRY) && answers.of(NOT_ASKED).isPresent()) {
            found.add(problem(NOT_ASKED, "She was asked: leave out why she was not."));
        }
        if (answers.of(VIOLENCE).isPresent() && !answers.yes(ENQUIRY)) {
            found.add(problem(VIOLENCE, "There is an answer, but not that she was asked alone: correct one of them."));
        }
        ONLY_IF_SO.stream()
                .filter(field -> answers.of(field).isPresent() && !answers.yes(VIOLENCE))
                .forEach(field -> found.add(
                        problem(field, "Leave this out, or say that somebody hurts her: it speaks of nothing else.")));
        return found;
    }

    private static AnswerProblem problem(String field, String message) {
        return new AnswerProblem(field, AnswerProblem.CONTRADICTION, message);
    }
}
