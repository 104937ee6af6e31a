package org.ancregistry.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.CsvRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    private static final NationalId NIMALI = NationalId.parse("965830013V").orElseThrow();

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithThePublishedNumbers(String typed, String birthDate, String sex, String expected) {
        var id = NationalId.parse(typed);
        assertThat(id.isPresent()).isEqualTo(!expected.equals("invalid"));
        assertThat(id.flatMap(NationalId::birthDate))
                .isEqualTo(expected.equals("valid") ? Optional.of(LocalDate.parse(birthDate)) : Optional.empty());
        id.ifPresent(read -> assertThat(read.gender()).isEqualTo(sex.equals("F") ? Gender.FEMALE : Gender.MALE));
    }

    static Stream<Object[]> vectors() {
        var rows = CsvRows.of(NationalIdTest.class, "nic-vectors.csv");
        assertThat(rows).hasSize(9);
        return rows.stream().map(row -> new Object[] {row[0], row[1], row[2], row[3]});
    }

    @Test
    void bothFormsAreOneNumber() {
        assertThat(NIMALI).isEqualTo(NationalId.parse("199658300013").orElseThrow());
        assertThat(NIMALI.canonical()).isEqualTo("199658300013");
        assertThat(NIMALI.lastThree()).isEqualTo("13V");
        assertThat(NationalId.parse(" 96583 0013x ")).contains(NIMALI);
    }

    @Test
    void countsFebruaryAsTwentyNineDaysInACommonYear() {
        assertThat(NationalId.parse("199556000013").orElseThrow().birthDate()).isEmpty();
        assertThat(NationalId.parse("199556100013").orElseThrow().birthDate()).contains(LocalDate.of(1995, 3, 1));
        assertThat(NationalId.parse("199586600013").orElseThrow().birthDate()).contains(LocalDate.of(1995, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "V",
                "9658300131V",
                "185058300013",
                "199600000013",
                "199636700013",
                "1996583000131",
                "٩٦٥٨٣٠٠١٣V",
                "7384729104738291"
            })
    void leavesAnythingElseAlone(String typed) {
        assertThat(NationalId.parse(typed)).isEmpty();
    }

    @Test
    void isMaskedInLogs() {
        assertThat(NIMALI)
                .asString()
                .doesNotContain("583")
                .doesNotContain("1996")
                .contains("13V");
    }

    @Test
    void readsTheSameInATurkishLocale() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(NationalId.parse("965830013v")).contains(NIMALI);
        } finally {
            Locale.setDefault(usual);
        }
    }
}
