package org.ancregistry.domain.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a registration or a contact cannot go without. Only what every place can ask is demanded: a missing scale must
 * not lose a visit.
 */
final class Completeness {

    private static final String DANGER_SIGN = "danger_";

    private final Set<String> given;
    private final List<AnswerProblem> found = new ArrayList<>();

    private Completeness(Set<String> given) {
        this.given = given;
    }

    /**
     * @param given the fields that were answered, rightly or wrongly: what is wrong is not missing too
     */
    static List<AnswerProblem> lacking(Set<String> given, Answers answers, Occasion.Stage stage) {
        var completeness = new Completeness(given);
        if (stage == Occasion.Stage.IMPORTED) {
            return completeness.found;
        }
        completeness.bothOrNone("systolic", "diastolic");
        completeness.bothOrNone("repeat_systolic", "repeat_diastolic");
        completeness.dangerSignNamed(answers);
        if (stage == Occasion.Stage.REGISTRATION) {
            completeness.demand("gravida");
            completeness.demand("parity");
        } else if (stage == Occasion.Stage.VISIT) {
            completeness.dangerSigns();
            completeness.pressure();
        } else if (stage == Occasion.Stage.CALL) {
            completeness.dangerSigns();
        }
        return completeness.found;
    }

    private void dangerSigns() {
        if (given.stream().noneMatch(field -> field.startsWith(DANGER_SIGN))) {
            add("danger_none", "Ask about the danger signs, then choose those she has, or \"none\".");
        }
    }

    private void pressure() {
        if (!given.contains("systolic") && !given.contains("diastolic") && !given.contains("bp_not_taken_reason")) {
            add("systolic", "Enter the blood pressure, like 120 over 80, or the reason why it was not taken.");
        }
    }

    private void bothOrNone(String top, String bottom) {
        if (given.contains(top) != given.contains(bottom)) {
            demand(given.contains(top) ? bottom : top);
        }
    }

    /** "Not none" leaves open which sign she has, and an unanswered question must not look like a healthy woman. */
    private void dangerSignNamed(Answers answers) {
        var named = answers.all().keySet().stream()
                .anyMatch(field -> field.name().startsWith(DANGER_SIGN) && answers.yes(field.name()));
        if (answers.no("danger_none") && !named) {
            add("danger_none", "Choose which danger sign she has, or \"none\".");
        }
    }

    private void demand(String field) {
        if (!given.contains(field)) {
            add(field, Dictionary.anc().require(field).ask() + ".");
        }
    }

    private void add(String field, String message) {
        found.add(new AnswerProblem(field, AnswerProblem.MISSING, message));
    }
}
