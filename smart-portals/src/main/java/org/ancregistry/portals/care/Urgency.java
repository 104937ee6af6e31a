package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleResult;
import org.ancregistry.portals.record.MotherRecord;

/**
 * What of the entries so far cannot wait, by the registry's own rules: shown before anything else is asked.
 *
 * @param rules the urgent ones that are met
 * @param raised whether the pressure is to be taken a second time
 */
public record Urgency(List<RuleResult> rules, boolean raised) {

    private static final String FIRST_READING = "R-BP-SEVERE-1";
    private static final String REPEAT = "R-BP-REPEAT";

    public Urgency {
        rules = List.copyOf(rules);
    }

    static Urgency of(Map<String, Answer> answers, LocalDate day, MotherRecord record, RuleBook book) {
        var dating = record.pregnancy()
                .flatMap(pregnancy -> Optional.ofNullable(pregnancy.edd()))
                .map(edd -> new Dating(edd, Dating.Source.LAST_PERIOD))
                .orElse(null);
        return of(answers, day, new Course(record.woman().birthDate(), dating, null), book);
    }

    /** What cannot be true counts for nothing. */
    public static Urgency of(Map<String, Answer> answers, LocalDate day, Course course, RuleBook book) {
        var impossible = Answers.review(answers, Occasion.addendum(day)).problems().stream()
                .flatMap(Urgency::doubted)
                .collect(Collectors.toSet());
        var facts = answers.entrySet().stream()
                .filter(answer -> !impossible.contains(answer.getKey()))
                .map(answer -> new Fact(answer.getKey(), answer.getValue(), day))
                .toList();
        var assessment = book.assess(CaseFacts.on(day, course, facts));
        return new Urgency(
                assessment.urgent(),
                assessment.of(REPEAT).filter(RuleResult::met).isPresent());
    }

    /** Of a pressure whose numbers were changed about neither is believed. */
    private static Stream<String> doubted(AnswerProblem problem) {
        var field = problem.field();
        return problem.code().equals(AnswerProblem.CONTRADICTION)
                ? Stream.of(field, field.replace("systolic", "diastolic"))
                : Stream.of(field);
    }

    public boolean any() {
        return !rules.isEmpty();
    }

    /** Whether the pressure was taken once and must be taken again within a quarter of an hour. */
    public boolean asksForSecondReading() {
        return rules.stream().anyMatch(result -> result.id().equals(FIRST_READING));
    }

    /** Equal when the same is urgent: shown once, not at every press of a button. */
    public String key() {
        return rules.stream().map(RuleResult::id).collect(Collectors.joining(" "));
    }

    /** Why she is sent, for the letter: the rules with what they found, in English like all letters. */
    public String reason() {
        return rules.stream()
                .map(result -> result.rule().title()
                        + result.facts().stream()
                                .map(fact -> told(fact, result.rule().title()))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(", ", ": ", "")))
                .map(line -> line.endsWith(": ") ? line.substring(0, line.length() - 2) : line)
                .collect(Collectors.joining("; "));
    }

    /** "Danger sign: severe headache" says once what it is. */
    private static String told(Fact fact, String title) {
        var words = told(fact);
        var said = title + ": ";
        return words.regionMatches(true, 0, said, 0, said.length()) ? words.substring(said.length()) : words;
    }

    private static String told(Fact fact) {
        return Dictionary.anc()
                .field(fact.name())
                .map(field -> fact.value() instanceof Answer.Measured measured
                        ? field.wording().words() + " " + measured.value().toPlainString() + " " + field.shownUnit()
                        : field.wording().words())
                .map(String::strip)
                .orElse("");
    }
}
