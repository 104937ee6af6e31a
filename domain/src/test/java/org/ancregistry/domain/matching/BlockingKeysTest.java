package org.ancregistry.domain.matching;

import static org.ancregistry.domain.matching.TestPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingKeysTest {

    @Test
    void findsHerWhateverOneThingIsWrong() {
        var her = nimali();
        assertThat(shared(her, her.named("H. N. K. Perera"))).isPositive();
        assertThat(shared(her, her.born("1995-02-02").nic(null).phone(null))).isPositive();
        assertThat(shared(her, her.born(null).phone(null).living(null))).isPositive();
        assertThat(shared(her, her.named("Wickremasinghe").nic(null).living(null)))
                .isPositive();
    }

    @Test
    void findsAHouseholdWhateverTheName() {
        var her = nimali().born(null).nic(null).phone(null);
        assertThat(shared(her.named("H. N. Perera"), her.named("N. Jayasinghe")))
                .isPositive();
    }

    @Test
    void findsWhoLivesInOneRoadOfAVillage() {
        var her = nimali().born(null).nic(null).phone(null);
        assertThat(shared(
                        her.named("H. N. Perera").living("Lake Road, Mullegama"),
                        her.named("N. Jayasinghe").living("No. 4, Lake Road, Mullegama")))
                .isPositive();
    }

    @Test
    void findsAHouseThoughOneSideNamesTheTown() {
        var her = nimali().born(null).nic(null).phone(null);
        assertThat(shared(
                        her.named("H. N. Perera").living("12/3, Lake Road, Mullegama"),
                        her.named("N. Jayasinghe").living("12/3, Lake Road, Badulla")))
                .isPositive();
    }

    @Test
    void findsAWordInAYearOfAnArea() {
        var told = inCare(nimali().named("H. N. Perera")
                .born("1995-01-01")
                .nic(null)
                .phone(null)
                .living(null));
        var verified = inCare(nimali().nic(null).phone(null).living(null));
        told.retainAll(verified);
        assertThat(told).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"S. Vasuki,Vasuki Chelliah", "G. VASUKI,Vasuky Kanesan", "Vasuki B,P. Vasuki"})
    void findsAWordWithTheFathersInitialInAnArea(String one, String other) {
        var her = nimali().born(null).nic(null).phone(null).living(null);
        var told = inCare(her.named(one));
        told.retainAll(inCare(her.named(other)));
        assertThat(told).isNotEmpty();
    }

    @Test
    void findsWhoWasBornInHerYearInHerVillageWhateverElseIsWrong() {
        var her = nimali().nic(null).phone(null).living("Mullegama, Madulla");
        assertThat(shared(
                        her.named("S. Vasuki"),
                        her.named("S. Vakusi").born("1996-01-01").living("Mullegama, Badulla")))
                .isZero();
        assertThat(shared(her.named("S. Vasuki"), her.named("S. Vakusi").born("1996-01-01")))
                .isPositive();
    }

    private static Set<Long> inCare(TestPeople person) {
        var described = MatchPerson.of(person.described(), Set.of("Organization/area"), RegistryStatistics.NONE);
        return new HashSet<>(BlockingKeys.of(described).ofRecord());
    }

    @Test
    void doesNotFindAStranger() {
        var stranger =
                new TestPeople("Sanduni Perera", "1988-10-02", "887760055V", "0712223334", "Temple Road, Jaffna");
        assertThat(shared(nimali(), stranger)).isZero();
    }

    @Test
    void takesTheFirstOfJanuaryForAYearOnly() {
        assertThat(keys(nimali().born("1996-01-01")).births()).isEmpty();
        assertThat(keys(nimali()).births()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "சிவரஞ்சனி நடராஜா,Sivaranjani Nadarajah",
        "உருக்மணி இராமநாதன்,Rukmany Ramanathan",
        "දිල්රුක්ෂි වික්‍රමසිංහ,Dilrukshi Wickremasinghe"
    })
    void findsANameInAnotherScript(String there, String here) {
        var one = new HashSet<>(
                keys(nimali().named(there).born(null).nic(null).phone(null)).all());
        one.retainAll(
                keys(nimali().named(here).born(null).nic(null).phone(null)).all());
        assertThat(one).isNotEmpty();
        assertThat(NameKeys.of(PersonName.of(there))).isEqualTo(NameKeys.of(PersonName.of(here)));
    }

    private static long shared(TestPeople one, TestPeople other) {
        var shared = new HashSet<>(keys(one).all());
        shared.retainAll(keys(other).all());
        return shared.size();
    }

    private static BlockingKeys keys(TestPeople person) {
        return BlockingKeys.of(MatchPerson.of(person.described()));
    }
}
