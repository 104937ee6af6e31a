package org.ancregistry.domain.phn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.ancregistry.domain.CsvRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckSchemeTest {

    private final PhnFactory factory = new PhnFactory(PhnPolicy.sriLanka(), new SecureRandom());

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithThePublishedNumbers(String scheme, String phn, String expected, String note) {
        assertThat(CheckScheme.of(scheme).orElseThrow().fits(new Phn(phn)))
                .as(note)
                .isEqualTo(expected.equals("valid"));
    }

    static Stream<Object[]> vectors() {
        var rows = CsvRows.of(CheckSchemeTest.class, "phn-vectors.csv");
        assertThat(rows).hasSizeGreaterThan(30);
        return rows.stream().map(row -> new Object[] {row[0], row[1], row[2], row[3]});
    }

    @Test
    void theLetterSchemeNoticesEverySingleWrongCharacter() {
        for (var i = 0; i < 100; i++) {
            var right = factory.candidate("4054");
            for (var position = 0; position < right.value().length(); position++) {
                noticesEveryWrongCharacterAt(position, right);
            }
        }
    }

    private static void noticesEveryWrongCharacterAt(int position, Phn right) {
        for (var other : CheckScheme.LUHN_MOD26.readable().toCharArray()) {
            var typed = new StringBuilder(right.value());
            typed.setCharAt(position, other);
            assertThat(CheckScheme.LUHN_MOD26.fits(new Phn(typed.toString())))
                    .isEqualTo(right.value().charAt(position) == other);
        }
    }

    @Test
    void theDigitSchemeMissesQForSixWhichIsWhyAPersonComparesToo() {
        assertThat(CheckScheme.LUHN_DECIMAL.fits(new Phn("385C267KXM9"))).isTrue();
    }

    @Test
    void saysWhichCharacterItDoesNotKnow() {
        assertThatThrownBy(() -> CheckScheme.LUHN_MOD26.checkCharacter("405A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Character 4");
        assertThat(CheckScheme.LUHN_MOD26.fits(new Phn("4054ABCDEFG"))).isFalse();
    }

    @Test
    void isNamedAsInTheConfiguration() {
        assertThat(CheckScheme.of("luhn-decimal")).contains(CheckScheme.LUHN_DECIMAL);
        assertThat(CheckScheme.of("verhoeff")).isEmpty();
    }
}
