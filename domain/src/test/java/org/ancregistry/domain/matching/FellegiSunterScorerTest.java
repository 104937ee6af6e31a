package org.ancregistry.domain.matching;

import static org.ancregistry.domain.matching.TestPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FellegiSunterScorerTest {

    private final PersonScorer scorer = new FellegiSunterScorer(Prior.oneToOne());

    @Test
    void isCertainOfTheSameWoman() {
        var comparison = compare(nimali(), nimali());
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAIN);
        assertThat(comparison.score()).isBetween(0.999, 1.0);
        assertThat(comparison.likelyRelative()).isFalse();
        assertThat(comparison.fields())
                .extracting(FieldComparison::name)
                .containsExactly("name", "birthDate", "nationalId", "phone", "address", "gender");
        assertThat(comparison.fields()).extracting(FieldComparison::result).containsOnly(FieldResult.SAME);
    }

    @Test
    void isCertainWithoutANationalIdToo() {
        assertThat(compare(nimali().nic(null), nimali()).grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void readsInitials() {
        var comparison =
                compare(nimali().nic(null), nimali().named("H. N. K. Perera").living(null));
        assertThat(result(comparison, "name")).isEqualTo(FieldResult.CLOSE);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.PROBABLE);
    }

    @Test
    void isCertainOfInitialsOnlyWithTheNationalId() {
        assertThat(compare(nimali(), nimali().named("H.N.K. PERERA")).grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void acceptsAMarriedName() {
        var married = nimali().named("Hettiarachchige Nimali Kumari Jayasinghe").phone("0719876543");
        var comparison = compare(married, nimali().nic(null));
        assertThat(result(comparison, "name")).isEqualTo(FieldResult.CLOSE);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void readsWordsInAnyOrderAndSpelling() {
        var comparison = compare(
                nimali().named("Perera Nimaali Kumary").nic(null).living(null),
                nimali().named("NIMALI KUMARI PEREIRA").nic(null).living(null));
        assertThat(result(comparison, "name")).isEqualTo(FieldResult.CLOSE);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void takesASisterForARelativeNotForHer() {
        var sister = nimali().named("Hettiarachchige Sanduni Perera")
                .born("1999-08-02")
                .nic("997150042V");
        var comparison = compare(sister, nimali());
        assertThat(comparison.likelyRelative()).isTrue();
        assertThat(comparison.grade()).isIn(MatchGrade.POSSIBLE, MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void takesASisterForARelativeWithoutNationalIds() {
        var sister = nimali().named("Hettiarachchige Sanduni Perera")
                .born("1999-08-02")
                .nic(null);
        var comparison = compare(sister, nimali());
        assertThat(comparison.likelyRelative()).isTrue();
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void neverTakesATwinForHer() {
        var twin = nimali().named("Hettiarachchige Sanduni Kumari Perera").nic("965830021V");
        var comparison = compare(twin, nimali());
        assertThat(comparison.likelyRelative()).isTrue();
        assertThat(comparison.grade()).isGreaterThanOrEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void takesATwinWhoSharesANameForARelativeAmongAMillion() {
        var among = new FellegiSunterScorer(Prior.among(1_000_000));
        var twin = nimali().named("Sanduni Kumari Perera").nic(null).described();
        var comparison = among.compare(
                twin, nimali().named("Nimali Kumari Perera").nic(null).described());
        assertThat(comparison.likelyRelative()).isTrue();
        assertThat(comparison.grade()).isEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void leavesATwinWithoutNationalIdToAPerson() {
        var twin = nimali().named("Sanduni Perera").nic(null);
        var comparison = compare(twin, nimali().named("Nimali Perera"));
        assertThat(comparison.grade()).isGreaterThanOrEqualTo(MatchGrade.POSSIBLE);
        assertThat(comparison.likelyRelative()).isTrue();
    }

    @Test
    void forgivesASlipInTheNationalId() {
        var birthSlip = compare(nimali().nic("965380013V"), nimali());
        assertThat(result(birthSlip, "nationalId")).isEqualTo(FieldResult.CLOSE);
        assertThat(birthSlip.grade()).isEqualTo(MatchGrade.CERTAIN);
        var serialSlip = compare(nimali().nic("965830031V"), nimali());
        assertThat(result(serialSlip, "nationalId")).isEqualTo(FieldResult.CLOSE);
        assertThat(serialSlip.grade()).isLessThanOrEqualTo(MatchGrade.PROBABLE);
    }

    @Test
    void takesAnotherSerialForAnotherWomansUnlessItsEndIsOneSlipAway() {
        var slip = compare(nimali().nic("199658300130"), nimali().nic("199658300180"));
        var other = compare(nimali().nic("199658300130"), nimali().nic("199658307742"));
        var before = compare(nimali().nic("199658300130"), nimali().nic("199658310130"));
        assertThat(bits(before, "nationalId")).isPositive();
        assertThat(bits(slip, "nationalId")).isBetween(-2.0, 0.0);
        assertThat(bits(other, "nationalId")).isLessThan(-9);
    }

    @Test
    void comparesAsMuchOfASerialAsBothFormsShow() {
        var old = compare(nimali().nic("965830013V"), nimali().nic("199658310013"));
        assertThat(bits(old, "nationalId")).isBetween(-2.0, 0.0);
    }

    /** The twin's other name may begin with the same letter, or with one that clerks write for it. */
    @Test
    void isNotCertainOfAnInitialThatMayBeATwins() {
        var whole = nimali().named("Isuri Nimali Kumari Perera").nic(null);
        for (var abbreviated : List.of("I. Nimali Kumari Perera", "E. Nimali Kumari Perera")) {
            assertThat(compare(whole, nimali().named(abbreviated).nic(null)).grade())
                    .isEqualTo(MatchGrade.PROBABLE);
        }
        assertThat(compare(whole, whole).grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void readsSpellingsThatTamilScriptDoesNotTellApart() {
        var one = nimali().named("Banumathi Selvarajah").nic(null);
        assertThat(compare(one, nimali().named("Panumathy Selvarajah").nic(null))
                        .grade())
                .isEqualTo(MatchGrade.CERTAIN);
    }

    /** Of her three names the record has the two that a twin has, too, with house, phone and birthday. */
    @Test
    void isNotCertainWhileAGivenNameOfOneSideIsLackingOnTheOther() {
        var record = nimali().named("Zulfa Ilham Latheef").nic(null);
        assertThat(compare(nimali().named("Ilham Latheef").nic(null), record).grade())
                .isEqualTo(MatchGrade.PROBABLE);
        assertThat(compare(nimali().named("Ilham Latheef").nic(null), record.named("Z. Ilham Latheef"))
                        .grade())
                .isEqualTo(MatchGrade.PROBABLE);
        assertThat(compare(record, record).grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void weighsTheAreaWhereAnAddressIsMissing() {
        var here = Set.of("Organization/area-1");
        var there = Set.of("Organization/area-2");
        var her = nimali().living(null).described();
        assertThat(address(inCare(her, here), inCare(her, here)).bits()).isGreaterThan(7);
        assertThat(address(inCare(her, here), inCare(her, there)).bits()).isBetween(-3.0, -2.0);
        assertThat(address(inCare(her, here), inCare(her, Set.of())).bits()).isZero();
    }

    private static MatchPerson inCare(Demographics person, Set<String> areas) {
        return MatchPerson.of(person, areas, RegistryStatistics.NONE);
    }

    private static FieldComparison address(MatchPerson one, MatchPerson other) {
        return new FellegiSunterScorer(Prior.oneToOne())
                .compare(one, other)
                .fields()
                .get(4);
    }

    @Test
    void leavesTwoDifferentNationalIdsToAPerson() {
        var comparison = compare(nimali().nic("905120777V"), nimali());
        assertThat(result(comparison, "nationalId")).isEqualTo(FieldResult.DIFFERENT);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void letsNoScoreOutweighTwoDifferentNationalIds() {
        var different = Finding.of(
                FieldResult.DIFFERENT,
                new Sides("nationalId", "…13V", "…77V"),
                NationalIdLevel.DIFFERENT,
                MatchingParameters.shipped().of(NationalIdLevel.DIFFERENT));
        var vetoes = new Vetoes(List.of(different), Optional.empty());
        assertThat(vetoes.grade(new Posterior(0.99999, 0))).isEqualTo(MatchGrade.POSSIBLE);
        assertThat(vetoes.grade(new Posterior(0.05, 0))).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void forgivesDayAndMonthInEachOthersPlace() {
        var comparison = compare(nimali().born("1996-04-11").nic(null), nimali().born("1996-11-04"));
        assertThat(result(comparison, "birthDate")).isEqualTo(FieldResult.CLOSE);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void tellsADifferentWomanOfTheSameNameApart() {
        var other =
                new TestPeople("Nimali Perera", "1988-10-02", "887760055V", "0712223334", "45, Temple Road, Jaffna");
        var comparison = compare(nimali().named("Nimali Perera"), other);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
        assertThat(comparison.likelyRelative()).isFalse();
        assertThat(result(comparison, "name")).isEqualTo(FieldResult.SAME);
    }

    @Test
    void takesWhatIsMissingNeitherForNorAgainst() {
        var nothing = new TestPeople(null, null, null, null, null);
        var comparison = compare(nothing, nimali());
        assertThat(comparison.fields().subList(0, 5))
                .allMatch(field -> field.result() == FieldResult.MISSING && field.bits() == 0);
        assertThat(comparison.score()).isEqualTo(0.5);
        assertThat(comparison.grade()).isEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void leavesARecordOfAManToAPerson() {
        var her = nimali().described();
        var man = new Demographics(
                her.names(), her.birthDate(), Gender.MALE, her.address(), her.phone(), null, her.nationalId());
        assertThat(scorer.compare(her, man).grade()).isEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void comparesEveryNameWithEveryName() {
        var her = nimali().described();
        var sinhala = PersonName.of("නිමාලි පෙරේරා", "si");
        var both = withNames(her, List.of(sinhala, PersonName.of("Nimali Perera", "en")));
        var name =
                scorer.compare(withNames(her, List.of(sinhala)), both).fields().get(0);
        assertThat(name.result()).isEqualTo(FieldResult.SAME);
        assertThat(name.given()).isEqualTo("නිමාලි පෙරේරා");
    }

    @ParameterizedTest
    @CsvSource({
        "නිමාලි පෙරේරා,Nimali Perera",
        "දිල්රුක්ෂි වික්‍රමසිංහ,Dilrukshi Wickremasinghe",
        "சிவரஞ்சனி நடராஜா,Sivaranjani Nadarajah",
        "ராஜேஸ்வரி முகமது,Rajeswary Mohamed"
    })
    void readsSinhalaAndTamilNames(String there, String here) {
        var her = nimali().nic(null).living(null).phone(null).described();
        var name = scorer.compare(
                        withNames(her, List.of(PersonName.of(there))), withNames(her, List.of(PersonName.of(here))))
                .fields()
                .get(0);
        assertThat(name.result()).isIn(FieldResult.SAME, FieldResult.CLOSE);
        assertThat(name.bits()).isGreaterThan(8);
        assertThat(name.given()).isEqualTo(there);
    }

    @Test
    void leavesOutANameInAScriptThatItCannotRead() {
        var her = nimali().described();
        var arabic = withNames(her, List.of(PersonName.of("فاطمة")));
        assertThat(scorer.compare(arabic, her).fields().get(0).result()).isEqualTo(FieldResult.MISSING);
    }

    @Test
    void isMoreCarefulAmongManyRecords() {
        var careful = new FellegiSunterScorer(Prior.among(1_000_000));
        var sameNameAndDay = nimali().named("Nimali Kumari Perera")
                .nic(null)
                .phone(null)
                .living(null)
                .described();
        assertThat(careful.compare(sameNameAndDay, sameNameAndDay).grade()).isGreaterThan(MatchGrade.CERTAIN);
        assertThat(careful.compare(nimali().described(), nimali().described()).grade())
                .isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void showsOnlyTheEndOfANationalIdAndNothingInALog() {
        var comparison = compare(nimali(), nimali());
        assertThat(comparison.fields().get(2).given()).isEqualTo("…13V");
        assertThat(comparison.toString()).doesNotContain("Nimali", "Perera", "0771234567", "Lake", "1996", "13V");
    }

    private static Demographics withNames(Demographics her, List<PersonName> names) {
        return new Demographics(
                names, her.birthDate(), her.gender(), her.address(), her.phone(), null, her.nationalId());
    }

    private Comparison compare(TestPeople given, TestPeople recorded) {
        return scorer.compare(given.described(), recorded.described());
    }

    private static double bits(Comparison comparison, String field) {
        return comparison.fields().stream()
                .filter(compared -> compared.name().equals(field))
                .mapToDouble(FieldComparison::bits)
                .sum();
    }

    private static FieldResult result(Comparison comparison, String field) {
        return comparison.fields().stream()
                .filter(compared -> compared.name().equals(field))
                .map(FieldComparison::result)
                .findFirst()
                .orElseThrow();
    }
}
