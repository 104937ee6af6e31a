package org.ancregistry.domain.matching;

import static org.ancregistry.domain.matching.TestPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimationTest {

    private final MatchingParameters shipped = MatchingParameters.shipped();

    @Test
    void learnsHowOftenOneWomansPhoneIsTheSame() {
        var estimation = ofWhomEveryFourthKeptHerPhone();
        var estimate = estimation.estimate(2_000);
        assertThat(estimate.matches()).isBetween(395.0, 405.0);
        assertThat(estimate.parameters().of(PhoneLevel.SAME).match()).isBetween(0.24, 0.26);
    }

    @Test
    void refusesAnEstimateThatRunsAway() {
        var estimate = new Estimate(shipped, 566_222, 566_222, 10, 100_000);
        assertThat(estimate.refusal(shipped))
                .hasValueSatisfying(why -> assertThat(why).contains("566222 pairs"));
    }

    @Test
    void refusesAnEstimateFromAHandful() {
        assertThat(new Estimate(shipped, 199, 10_000, 10, 1_000_000).refusal(shipped))
                .hasValueSatisfying(why -> assertThat(why).contains("saw 199 pairs"));
        assertThat(new Estimate(shipped, 200, 10_000, 10, 1_000_000).refusal(shipped))
                .isEmpty();
    }

    @Test
    void doesNotTakeWhatItNeverSawForImpossible() {
        var estimation = new Estimation(shipped);
        addStrangers(estimation);
        var estimate = estimation.estimate(2_000);
        var known = shipped.of(PhoneLevel.SAME);
        assertThat(estimate.parameters().of(PhoneLevel.SAME).unrelated())
                .as("none of a thousand strangers")
                .isLessThan(known.unrelated() / 1_000);
        assertThat(estimate.cautious(shipped).of(PhoneLevel.SAME).unrelated()).isEqualTo(known.unrelated() / 2);
    }

    @Test
    void refusesAnEstimateFromNothing() {
        assertThat(new Estimation(shipped).estimate(0, 0).refusal(shipped))
                .hasValueSatisfying(why -> assertThat(why).contains("saw 0 pairs"));
    }

    @Test
    void learnsTheSameFromSomeOfTheRecords() {
        var estimation = ofWhomEveryFourthKeptHerPhone();
        // Each of a tenth of 20,000 records was held against all others: of all pairs, a fifth.
        var estimate = estimation.estimate(20_000, 2_000.0 * 19_999);
        assertThat(estimate.seen()).isBetween(395.0, 405.0);
        assertThat(estimate.matches()).isBetween(1_975.0, 2_025.0);
        assertThat(estimate.parameters().of(PhoneLevel.SAME).match()).isBetween(0.24, 0.26);
    }

    @Test
    void refusesAnEstimateThatDrifts() {
        var estimation = new Estimation(shipped);
        for (var i = 0; i < 400; i++) {
            estimation.addClose(person(nimali()), person(nimali()));
        }
        addStrangers(estimation);
        assertThat(estimation.estimate(2_000).refusal(shipped))
                .hasValueSatisfying(why -> assertThat(why).contains("in 1.00 of all pairs"));
    }

    @Test
    void keepsParametersAsATable() {
        assertThat(MatchingParameters.read(shipped.table()).table()).isEqualTo(shipped.table());
    }

    @Test
    void refusesATableThatLacksALevel() {
        var table = shipped.table();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchingParameters.read(table.subList(0, table.size() - 1)))
                .withMessageContaining("gender,different");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchingParameters.read(List.of("a,b")))
                .withMessageContaining("begin with");
    }

    private Estimation ofWhomEveryFourthKeptHerPhone() {
        var estimation = new Estimation(shipped);
        for (var i = 0; i < 400; i++) {
            var phone = i % 4 == 0 ? "0771234567" : "0719876543";
            estimation.addClose(
                    person(nimali().nic(null)), person(nimali().nic(null).phone(phone)));
        }
        addStrangers(estimation);
        return estimation;
    }

    private static void addStrangers(Estimation estimation) {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++) {
            estimation.addRandom(person(nimali().nic(null)), person(stranger(random)));
        }
    }

    private static TestPeople stranger(Random random) {
        return new TestPeople(
                random.nextInt(20) == 0 ? "Chandani Perera" : "Chandani Silva",
                "19" + (70 + random.nextInt(30)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
                null,
                "07" + (10_000_000 + random.nextInt(80_000_000)),
                "Akuressa");
    }

    private static MatchPerson person(TestPeople described) {
        return MatchPerson.of(described.described());
    }
}
