package org.ancregistry.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule with women just below, at and just above its limits, and with one of whom nothing is known. */
class RuleCasesTest {

    /** Rules that are about what was not done: nothing known is their case. */
    private static final Set<String> ABOUT_WHAT_IS_MISSING =
            Set.of("R-TEST-DUE", "R-BG-MISSING", "R-OGTT-DUE", "R-REFERRAL-OPEN");

    private static final Set<String> CONVERTIBLE =
            Set.of("mm[Hg]", "g/dL", "mg/dL", "kg/m2", "cm", "Cel", "kg", "10*3/uL", "/min");

    private final RuleBook book = RuleBook.shipped();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void decidesAsTheTableSays(String rule, String name, String facts, String outcome, String severity) {
        var result = book.trial(rule, Case.of(facts)).orElseThrow();
        assertThat(result.outcome().code()).as(name).isEqualTo(outcome);
        if (result.met()) {
            assertThat(result.severity().code()).as(name).isEqualTo(severity);
        }
        if (result.notAssessed()) {
            assertThat(result.missing()).as("says what is missing").isNotEmpty();
        }
    }

    static Stream<Object[]> rows() {
        return table().stream().map(row -> new Object[] {
            row.text("rule"), row.text("case"), row.text("facts"), row.text("outcome"), row.text("severity")
        });
    }

    @Test
    void hasCasesForEveryRuleBothWays() {
        Map<String, Set<String>> outcomes = table().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("rule"), Collectors.mapping(row -> row.text("outcome"), Collectors.toSet())));
        for (var rule : book.definitions()) {
            assertThat(outcomes.get(rule.id()))
                    .as(rule.id())
                    .contains("met")
                    .containsAnyOf("not-met", "not-applicable");
            if (!ABOUT_WHAT_IS_MISSING.contains(rule.id())) {
                assertThat(outcomes.get(rule.id())).as(rule.id()).contains("not-assessed");
            }
        }
    }

    @Test
    void takesNothingForNormalThatIsNotKnown() {
        for (var rule : book.definitions()) {
            if (!ABOUT_WHAT_IS_MISSING.contains(rule.id())) {
                assertThat(book.trial(rule.id(), Case.of("")).orElseThrow().outcome())
                        .as(rule.id())
                        .isEqualTo(Outcome.NOT_ASSESSED);
            }
        }
    }

    /** Laboratories and machines write other units than the rules' table. */
    @Test
    void convertsUnitsForEveryRuleWhoseLimitCanBeWrittenInAnother() {
        var converted = table().stream()
                .filter(row -> row.text("facts").matches(".*=[0-9.]+ [^;]+.*"))
                .map(row -> row.text("rule"))
                .collect(Collectors.toSet());
        assertThat(book.definitions())
                .filteredOn(rule ->
                        rule.thresholds().values().stream().anyMatch(limit -> CONVERTIBLE.contains(limit.unit())))
                .hasSizeGreaterThan(20)
                .extracting(RuleDefinition::id)
                .isSubsetOf(converted);
    }

    private static List<CsvTable.Row> table() {
        return CsvTable.read(RuleCasesTest.class, "rule-cases.csv");
    }
}
