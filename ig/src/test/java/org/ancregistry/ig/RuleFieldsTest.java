package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's table of which rule looks at which field says what the rules really look at. */
class RuleFieldsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate BEFORE = TODAY.minusWeeks(3);
    private static final RuleBook RULES = RuleBook.shipped();
    private static final int CHOICES = 12;

    /** What is worked out, and the field of the dictionary that it is worked out from. */
    private static final Map<String, String> WORKED_OUT = Map.of("age_at_edd", "birth_date");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void namesTheFieldsThatTheRuleLooksAt(String rule) throws IOException {
        assertThat(table()).containsKey(rule);
        assertThat(table().get(rule)).isEqualTo(lookedAt(rule));
    }

    @Test
    void namesNoRuleThatIsNotThere() throws IOException {
        assertThat(table().keySet()).isSubsetOf(rules().toList());
    }

    static Stream<String> rules() {
        return RULES.definitions().stream().map(RuleDefinition::id);
    }

    /** Everything that the rule names as fact or as missing, over women of all weeks with all kinds of answers and none. */
    private static Set<String> lookedAt(String rule) {
        return cases().map(facts -> RULES.trial(rule, facts).orElseThrow())
                .flatMap(result -> Stream.concat(result.facts().stream().map(Fact::name), result.missing().stream()))
                .map(name -> WORKED_OUT.getOrDefault(name, name))
                .filter(name -> Dictionary.anc().field(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<CaseFacts> cases() {
        return Stream.of(5, 10, 15, 20, 25, 27, 30, 35, 37, 42)
                .flatMap(weeks -> IntStream.range(0, CHOICES).boxed().flatMap(choice -> {
                    var course = new Course(
                            TODAY.minusYears(choice % 2 == 0 ? 17 : 41),
                            Dating.byLastPeriod(TODAY.minusWeeks(weeks)),
                            TODAY.minusWeeks(Math.max(0, weeks - 20)));
                    return Stream.of(
                            CaseFacts.on(TODAY, course, List.of()),
                            CaseFacts.on(TODAY, Course.UNKNOWN, everything(choice, TODAY)),
                            CaseFacts.on(TODAY, course, everything(choice, TODAY)),
                            CaseFacts.on(TODAY, course, twice(choice)));
                }));
    }

    private static List<Fact> twice(int choice) {
        return Stream.concat(everything(choice, TODAY).stream(), everything(choice + 1, BEFORE).stream())
                .toList();
    }

    private static List<Fact> everything(int choice, LocalDate on) {
        return Dictionary.anc().fields().stream()
                .filter(field -> field.kind().answered())
                .map(field -> new Fact(field.name(), answer(field, choice), on))
                .toList();
    }

    private static Answer answer(DictionaryField field, int choice) {
        if (field.takes(AnswerShape.CHOSEN)) {
            var codes = field.answers();
            var code = codes.get(choice % codes.size()).code();
            return field.repeats() ? new Answer.ChosenAll(List.of(code)) : new Answer.Chosen(code);
        }
        var low = choice % 2 == 0;
        if (field.takes(AnswerShape.MEASURED)) {
            return new Answer.Measured(end(field, low), Objects.requireNonNullElse(field.unit(), "1"));
        }
        if (field.takes(AnswerShape.COUNTED)) {
            return new Answer.Counted(end(field, low).intValue());
        }
        if (field.takes(AnswerShape.DATED)) {
            return new Answer.Dated(TODAY.minusMonths(low ? 2 : 60));
        }
        return field.takes(AnswerShape.YES_NO) ? new Answer.YesNo(low) : new Answer.Written("something");
    }

    private static BigDecimal end(DictionaryField field, boolean low) {
        return Objects.requireNonNullElse(
                low ? field.limits().hardMin() : field.limits().hardMax(), BigDecimal.ONE);
    }

    private static Map<String, Set<String>> table() throws IOException {
        return Files.readAllLines(Path.of("input/data/rule-fields.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> words(cells[1])));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
