package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtWomanTest {

    private static final Demographics NIMALI = new Demographics(
            List.of(PersonName.of("Nimali Sanduni Wickramasinghe", "en")),
            null,
            null,
            new PostalAddress("24/1 Temple Road, Galewela", "24/1 Temple Road", "Galewela", null, null, null),
            "+94 77 123 4521",
            null,
            null);

    /** Her name stands in Sinhala and in Tamil alone. */
    private static final Demographics SRIYANI = new Demographics(
            List.of(PersonName.of("ශ්‍රියානි පෙරේරා", "si"), PersonName.of("ஸ்ரீயானி பெரேரா", "ta")),
            null,
            null,
            null,
            null,
            null,
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {"Nimali", "nim", "SANDUNI", "wick nim", "  Nimali   S. ", "Vikrama", "Galewela", "nimali gale"})
    void findsTheBeginningsOfHerNamesAndOfHerVillage(String typed) {
        assertThat(SoughtWoman.of(typed).mayBe(NIMALI)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4521", "234521", "0771234521", "+94 77 123 4521", "123-4521"})
    void findsTheEndOfHerPhoneNumber(String typed) {
        assertThat(SoughtWoman.of(typed).mayBe(NIMALI)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kumari", "Nimali Kumari", "521", "9521", "0771234522", "mali", "Temple", "", "  ", "24", "."})
    void findsNobodyElse(String typed) {
        assertThat(SoughtWoman.of(typed).mayBe(NIMALI)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ශ්‍රියානි", "ශ්‍රි", "පෙරේ", "பெரேரா", "Perera", "per"})
    void findsANameInEveryScriptInWhichItStands(String typed) {
        assertThat(SoughtWoman.of(typed).mayBe(SRIYANI)).isTrue();
    }

    @Test
    void showsNoNameInALog() {
        assertThat(SoughtWoman.of("Nimali")).hasToString("SoughtWoman[1 words]");
    }
}
