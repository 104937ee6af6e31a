package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What initials may stand for, and what not. */
class ReadingTest {

    @ParameterizedTest
    @CsvSource({
        "C, CHANDRIKA, true",
        "K, CHANDRIKA, false",
        "C, COORAY, true",
        "K, COORAY, true",
        "I, EKANAYAKE, true",
        "Y, EKANAYAKE, false",
        "V, WICKRAMASINGHE, true",
        "P, FATHIMA, true",
        "N, MENAKA, false"
    })
    void anInitialStandsForANameThatBeginsSo(String initial, String word, boolean may) {
        assertThat(Skeleton.sameInitial(initial, word)).isEqualTo(may);
        assertThat(Skeleton.sameInitial(word, initial)).isEqualTo(may);
    }

    @Test
    void whatOneClerkAbbreviatesAndAnotherWritesOutFitsBothWays() {
        assertThat(agreement("M. Kumaar", "K. Maheswary").initials()).isEqualTo(InitialsLevel.TWO_FIT);
    }

    @ParameterizedTest
    @CsvSource({
        "Vasuki d/o Sivapalan",
        "VASUKI W/O SIVAPALAN",
        "Thirumathi Vasuki Sivapalan",
        "Mrs. Vasuki d / o Sivapalan"
    })
    void whoseDaughterOrWifeSheIsIsNoInitial(String name) {
        assertThat(agreement(name, "Vasuki Sivapalan").result()).isEqualTo(FieldResult.SAME);
    }

    private static NameAgreement agreement(String one, String other) {
        return NameAgreement.of(NameWords.of(PersonName.of(one)), NameWords.of(PersonName.of(other)));
    }
}
