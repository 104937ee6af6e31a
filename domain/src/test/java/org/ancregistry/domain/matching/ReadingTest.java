package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
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
        "D, THARSHINI, true",
        "D, NIRMALA, false",
        "N, MENAKA, false"
    })
    void anInitialStandsForANameThatBeginsSo(String initial, String word, boolean may) {
        assertThat(Initial.same(initial, word)).isEqualTo(may);
        assertThat(Initial.same(word, initial)).isEqualTo(may);
    }

    @Test
    void whatOneClerkAbbreviatesAndAnotherWritesOutFitsBothWays() {
        assertThat(agreement("M. Kumaar", "K. Maheswary").initials()).isEqualTo(InitialsLevel.TWO_FIT);
    }

    @ParameterizedTest
    @CsvSource({
        "G. Vasuki, Vasuki Kanesan",
        "P. Vasuki, Vasuki Balasingam",
        "C. Vasuki, Vasuki Sinniah",
        "Vasuki S, Vasuki Chelliah",
        "J. Vasuki, Vasuki Yogarajah",
        "C. Vasuki, S. Vasuki"
    })
    void theOnlyInitialIsTheFathersHoweverHeIsSpelled(String one, String other) {
        var women = women("Vasuki", "Sivapalan");
        assertThat(agreement(one, other, women).initials()).isEqualTo(InitialsLevel.ONE_FITS);
        assertThat(agreement(other, one, women).initials()).isEqualTo(InitialsLevel.ONE_FITS);
    }

    @Test
    void oneOfSeveralInitialsIsNoFathers() {
        assertThat(agreement("A. G. Nayana", "Nayana Amali Kumara").initials()).isEqualTo(InitialsLevel.ONE_FITS);
        assertThat(Initial.same("G", "KANESAN")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"S. Vasuki, R. Vasuki", "Vasuki Sivapalan, R. Vasuki", "VASUKI R, Vasuky Sivapalan"})
    void anotherFathersInitialIsAnotherFamilyName(String one, String other) {
        var agreement = agreement(one, other, women("Vasuki", "Sivapalan"));
        assertThat(agreement.family()).isEqualTo(FamilyLevel.DIFFERENT);
        assertThat(agreement.given()).isEqualTo(GivenLevel.ONE_SAME);
        assertThat(agreement.initials()).isEqualTo(InitialsLevel.NONE);
        assertThat(agreement.strong()).isFalse();
    }

    @Test
    void theInitialBesideAFamilyNameIsHerOwn() {
        var agreement = agreement("G. Sivapalan", "K. Sivapalan", women("Vasuki", "Sivapalan"));
        assertThat(agreement.family()).isEqualTo(FamilyLevel.SAME);
        assertThat(agreement.initials()).isEqualTo(InitialsLevel.NONE_FITS);
        assertThat(agreement("K. Perera", "Gayani Perera").initials()).isEqualTo(InitialsLevel.NONE_FITS);
    }

    @Test
    void aMansNameIsAFamilyNameThoughAWomansIsSpelledAlmostSo() {
        var women = women("Nalini", "Perera", "Vasuki", "Nalin");
        var name = NameWords.readings(PersonName.of("Vasuki Nalin"), women).get(0);
        assertThat(name.words()).extracting(NameWord::role).containsExactly(NameWord.Role.GIVEN, NameWord.Role.FAMILY);
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

    /** Names of which each is known from thirty women, two words each. */
    private static RegistryStatistics women(String... words) {
        var counting = new RegistryStatistics.Counting();
        for (var i = 0; i < words.length; i += 2) {
            var woman = MatchPerson.of(
                    TestPeople.nimali().named(words[i] + " " + words[i + 1]).described());
            IntStream.range(0, 30).forEach(one -> counting.add(woman));
        }
        return counting.statistics();
    }

    private static NameAgreement agreement(String one, String other, RegistryStatistics statistics) {
        return NameAgreement.of(
                NameWords.readings(PersonName.of(one), statistics).get(0),
                NameWords.readings(PersonName.of(other), statistics).get(0));
    }

    private static NameAgreement agreement(String one, String other) {
        return NameAgreement.of(NameWords.of(PersonName.of(one)), NameWords.of(PersonName.of(other)));
    }
}
