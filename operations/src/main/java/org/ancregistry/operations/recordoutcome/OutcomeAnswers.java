package org.ancregistry.operations.recordoutcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.pregnancy.EndDay;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.ancregistry.operations.GivenAnswers;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.ReviewedAnswers;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Child;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Ending;

/**
 * How a pregnancy ended as answers to the dictionary's fields, all of them possible.
 *
 * @param kind how it is kept
 * @param pregnancy what is said of the pregnancy
 * @param children what is said of each child
 */
record OutcomeAnswers(EndKind kind, ReviewedAnswers pregnancy, List<ReviewedAnswers> children) {

    private static final int MOST_CHILDREN = 8;
    private static final Set<String> OF_A_BIRTH = Set.of("delivery_place", "delivery_mode", "delivery_complications");
    private static final Set<String> OF_A_DEATH =
            Set.of("death_cause", "delivery_date", "delivery_place", "delivery_mode", "delivery_complications");

    OutcomeAnswers {
        children = List.copyOf(children);
    }

    /**
     * Reads and judges them.
     *
     * @throws Refusal {@link Problem#ANSWER_INVALID} with one issue for each thing to put right
     */
    static OutcomeAnswers of(Ending ending, EndDay days) {
        var occasion = Occasion.addendum(days.today());
        days.problem(ending.kind(), ending.on()).ifPresent(problem -> {
            throw invalid("date", words(problem));
        });
        requireFitting(ending);
        var said = GivenAnswers.review(ending.answers(), occasion);
        var own = review(said.answers(), derived(ending), occasion);
        var children = new ArrayList<ReviewedAnswers>();
        for (var child : ending.children()) {
            children.add(review(child, children.size(), occasion));
        }
        var kind = ending.kind() == EndKind.BIRTH ? Newborn.kind(ending.newborns()) : ending.kind();
        return new OutcomeAnswers(kind, new ReviewedAnswers(own, said.unusual(), said.confirmed()), children);
    }

    private static String words(EndDay.Problem problem) {
        return switch (problem) {
            case IN_FUTURE -> "This day lies in the future: look at it again.";
            case BEFORE_REGISTRATION -> "She was registered after this day: look at it again.";
            case OUTSIDE_PREGNANCY -> "By her dates this day is not between 0 and 45 weeks: look at it again.";
            case TOO_EARLY_FOR_BIRTH -> "By her dates this is before 20 weeks: write it down as a miscarriage.";
        };
    }

    /** What may be said beside it depends on what happened. */
    private static void requireFitting(Ending ending) {
        var kind = ending.kind();
        var allowed = kind.isBirth() ? OF_A_BIRTH : kind == EndKind.MATERNAL_DEATH ? OF_A_DEATH : Set.<String>of();
        ending.answers().stream()
                .map(GivenAnswers::field)
                .filter(field -> !allowed.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw invalid(field, "Leave this out: it does not belong to this ending.");
                });
        var count = ending.children().size();
        if (kind.isBirth() && (count < 1 || count > MOST_CHILDREN)) {
            throw invalid("child", "Say of each child what it was: one to eight.");
        } else if (count > 0 && !kind.isBirth() && kind != EndKind.MATERNAL_DEATH) {
            throw invalid("child", "No child was born: leave this out.");
        }
    }

    /** What follows from the rest and is not asked twice. */
    private static Map<String, Answer> derived(Ending ending) {
        var derived = new LinkedHashMap<String, Answer>();
        var reason = ending.kind().closeReason().orElseGet(() -> Newborn.closeReason(ending.newborns()));
        derived.put("close_reason", new Answer.Chosen(reason));
        ending.kind().dateField().ifPresent(field -> derived.put(field, new Answer.Dated(ending.on())));
        if (!ending.children().isEmpty()) {
            derived.put("n_born", new Answer.Counted(ending.children().size()));
        }
        return derived;
    }

    private static Answers review(Answers said, Map<String, Answer> derived, Occasion occasion) {
        var all = new LinkedHashMap<>(derived);
        said.all().forEach((field, answer) -> all.put(field.name(), answer));
        return Answers.review(all, occasion).answers();
    }

    private static ReviewedAnswers review(Child child, int index, Occasion occasion) {
        var newborn = child.newborn();
        if (newborn.condition() != null && !newborn.lives()) {
            throw invalid(at(index, "baby_condition"), "Say how the child is only of a child that lives.");
        }
        var review = Answers.review(newborn.answers(), occasion);
        if (!review.problems().isEmpty()) {
            throw refusal(review.problems(), index);
        }
        return new ReviewedAnswers(review.answers(), review.soft(), child.confirmed());
    }

    private static Refusal refusal(List<AnswerProblem> problems, int index) {
        var first = problems.get(0);
        var refusal = invalid(at(index, first.field()), first.message());
        problems.stream().skip(1).forEach(problem -> refusal.also(at(index, problem.field()), problem.message()));
        return refusal;
    }

    private static String at(int index, String field) {
        return "child[" + index + "]." + field;
    }

    private static Refusal invalid(String field, String why) {
        return Problem.ANSWER_INVALID.because(why).at(field);
    }
}
