package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Dictionary;

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

    /** What was found last in this pregnancy that says something: "not known" takes back nothing that was known. */
    static Known newestInformative(String field) {
        return new Known(
                field,
                facts -> facts.all(field).stream()
                        .filter(Known::saysSomething)
                        .findFirst()
                        .or(() -> facts.newest(field)));
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
        return answered((now, fact) -> {
            var truths = Comparison.signs(fact, now.limit(threshold))
                    .mapToObj(sign -> Truth.of(holds.test(sign)))
                    .distinct()
                    .toList();
            return truths.size() == 1 ? truths.get(0) : Truth.UNKNOWN;
        });
    }

    Condition yes() {
        return answered(
                (now, fact) -> fact.value() instanceof Answer.YesNo said ? Truth.of(said.yes()) : Truth.UNKNOWN);
    }

    /** Whether one of those answers was chosen. An answer in words that are not the question's says neither yes nor no. */
    Condition isAnyOf(String... codes) {
        var wanted = Set.of(codes);
        return answered((now, fact) -> codes(fact).stream().anyMatch(wanted::contains)
                ? Truth.YES
                : saysSomething(fact) ? Truth.NO : Truth.UNKNOWN);
    }

    private Condition answered(BiFunction<Situation, Fact, Truth> question) {
        return now -> find.apply(now.facts())
                .map(fact -> new Verdict(question.apply(now, fact), Set.of(fact), Set.of()))
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

    /** Whether something was found, "not known" and what nobody can read being nothing. */
    Condition informative() {
        return now -> find.apply(now.facts())
                .filter(Known::saysSomething)
                .map(fact -> Verdict.of(true, fact))
                .orElseGet(() -> new Verdict(Truth.NO, Set.of(), Set.of(name)));
    }

    /** Whether it is answered with answers of that question by which somebody is told something. */
    private static boolean saysSomething(Fact fact) {
        var chosen = codes(fact);
        return !chosen.isEmpty()
                && chosen.stream().noneMatch(DOES_NOT_KNOW::contains)
                && chosen.stream()
                        .allMatch(code -> Dictionary.anc()
                                .field(fact.name())
                                .flatMap(field -> field.answer(code))
                                .isPresent());
    }
}
