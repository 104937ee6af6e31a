package org.ancregistry.portals.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a rule can say has words in each language. */
class RuleWordsTest {

    /** What a milder grade of a rule asks for; the table names the gravest. */
    private static final List<String> OF_MILDER_GRADES =
            List.of("teen-counselling", "repeat-heart-rate", "home-visit", "remind");

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void everyRuleAndEveryActionHasWords(String language) {
        var words = ResourceBundle.getBundle(
                "messages/rules",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var rules = RuleBook.shipped().definitions();
        assertThat(rules).extracting(rule -> "rule." + rule.id()).allMatch(words::containsKey);
        assertThat(Stream.concat(rules.stream().map(RuleDefinition::action), OF_MILDER_GRADES.stream()))
                .extracting(action -> "action." + action)
                .allMatch(words::containsKey);
        assertThat(words.getLocale().getLanguage()).isEqualTo(language.equals("en") ? "" : language);
    }
}
