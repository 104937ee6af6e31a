package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.ancregistry.domain.clinical.Answer;

/**
 * Something that a rule may look at, and the questions it may ask about it. What is not known answers no question.
 *
 * @param name the dictionary field, or what is worked out
 * @param find where to look
 */
record Known(String name, Function<CaseFacts, Optional<Fact>> find) {

    /** Answers by which nobody is told anything. */
    private static final Set<String> DOES_NOT_KNOW =
            Set.of("rh-unknown", "rubella-unknown", "ANC.B6.DE30", "ANC.B6.DE36", "ANC.B8.DE112", "ANC.B9.DE44");

    /** What was found at this contact. */
    static Known today(String field) {
        return new Known(field, facts -> facts.today(field));
    }

    /** What was found last in this pregnancy. */
    static Known newest(String field) {
        return new Known(field, facts -> facts.newest(field));
    }

    /** Completed weeks of gestational age at this contact. */
    static Known weeks() {
        return new Known(CaseFacts.WEEKS, CaseFacts::weeks);
    }

    /** Completed weeks when that was found last. */
    static Known weeksAt(String field) {
        return new Known(
                CaseFacts.WEEKS,
                facts -> facts.newest(field)
                        .flatMap(fact -> facts.weeksOn(fact.on())
                                .map(weeks -> new Fact(
                                        CaseFacts.WEEKS,
                                        new Answer.Measured(BigDecimal.valueOf(weeks), "wk"),
                                        fact.on()))));
    }

    Condition below(String threshold) {
        return compared(threshold, sign -> sign < 0);
    }

    Condition atMost(String threshold) {
        return compared(threshold, sign -> sign <= 0);
    }

    Condition atLeast(String threshold) {
        return compared(threshold, sign -> sign >= 0);
    }

    Condition above(String threshold) {
        return compared(threshold, sign -> sign > 0);
    }

    Condition equalTo(String threshold) {
        return compared(threshold, sign -> sign == 0);
    }

    private Condition compared(String threshold, IntPredicate holds) {
        return now -> find.apply(now.facts())
                .flatMap(fact -> CaseFacts.number(fact)
                        .map(number -> Verdict.of(holds.test(number.compareTo(now.limit(threshold))), fact)))
                .orElseGet(() -> Verdict.unknown(name));
    }

    Condition yes() {
        return answered(fact -> fact.value() instanceof Answer.YesNo said ? Truth.of(said.yes()) : Truth.UNKNOWN);
    }

    /** Whether one of those answers was chosen. */
    Condition isAnyOf(String... codes) {
        var wanted = Set.of(codes);
        return answered(fact -> {
            var chosen = codes(fact);
            return chosen.stream().anyMatch(wanted::contains)
                    ? Truth.YES
                    : chosen.isEmpty() || chosen.stream().anyMatch(DOES_NOT_KNOW::contains) ? Truth.UNKNOWN : Truth.NO;
        });
    }

    private Condition answered(Function<Fact, Truth> question) {
        return now -> find.apply(now.facts())
                .map(fact -> new Verdict(question.apply(fact), Set.of(fact), Set.of()))
                .map(verdict -> verdict.truth() == Truth.UNKNOWN
                        ? new Verdict(Truth.UNKNOWN, verdict.facts(), Set.of(name))
                        : verdict)
                .orElseGet(() -> Verdict.unknown(name));
    }

    static List<String> codes(Fact fact) {
        if (fact.value() instanceof Answer.Chosen one) {
            return List.of(one.answerCode());
        }
        return fact.value() instanceof Answer.ChosenAll several ? several.answerCodes() : List.of();
    }

    /** Whether anything is known of it; this is always yes or no. */
    Condition recorded() {
        return now -> find.apply(now.facts())
                .map(fact -> Verdict.of(true, fact))
                .orElseGet(() -> new Verdict(Truth.NO, Set.of(), Set.of(name)));
    }

    /** Whether something was found, "not known" being nothing. */
    static Condition informative(String field) {
        return now -> now.facts()
                .newest(field)
                .filter(fact -> codes(fact).stream().noneMatch(DOES_NOT_KNOW::contains))
                .map(fact -> Verdict.of(true, fact))
                .orElseGet(() -> new Verdict(Truth.NO, Set.of(), Set.of(field)));
    }
}
