package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateLevelTest {

    @ParameterizedTest
    @CsvSource({
        "1996-03-23,1996-03-23,SAME",
        "1996-04-11,1996-11-04,SWAPPED",
        "1996-01-01,1996-03-23,YEAR_ONLY",
        "1996-01-01,1996-01-01,SAME_YEAR_START",
        "1996-01-01,1995-12-20,ABOUT_THE_YEAR",
        "1996-01-01,1994-12-20,ABOUT_THE_YEAR",
        "1996-01-01,1993-12-20,DIFFERENT",
        "1996-03-23,1997-03-23,YEAR_OFF",
        "1996-01-01,1997-01-01,YEAR_OFF",
        "1996-03-23,1996-03-28,ONE_PART_OFF",
        "1996-03-23,1996-08-23,ONE_PART_OFF",
        "1996-03-23,1986-03-23,YEARS_OFF",
        "1996-03-23,1981-03-23,DIFFERENT",
        "1996-03-23,1946-03-23,ONE_PART_OFF",
        "1996-03-23,1996-05-07,DIFFERENT",
        "1978-02-28,1978-03-07,ABOUT_THE_DAY",
        "1982-12-02,1983-01-02,ABOUT_THE_DAY",
        "1982-12-02,1983-01-03,DIFFERENT",
        "1996-03-23,1999-08-02,DIFFERENT"
    })
    void tellsHowTwoDatesAgree(LocalDate one, LocalDate other, BirthDateLevel expected) {
        assertThat(BirthDateLevel.of(one, other)).isEqualTo(expected);
        assertThat(BirthDateLevel.of(other, one)).isEqualTo(expected);
    }
}
