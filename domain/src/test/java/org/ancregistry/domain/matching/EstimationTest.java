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
        var estimation = new Estimation(shipped);
        for (var i = 0; i < 400; i++) {
            var phone = i % 4 == 0 ? "0771234567" : "0719876543";
            estimation.addClose(
                    person(nimali().nic(null)), person(nimali().nic(null).phone(phone)));
        }
        addStrangers(estimation);
        var estimate = estimation.estimate(2_000);
        assertThat(estimate.matches()).isBetween(395.0, 405.0);
        assertThat(estimate.parameters().of(PhoneLevel.SAME).match()).isBetween(0.24, 0.26);
    }

    @Test
    void refusesAnEstimateThatRunsAway() {
        var estimate = new Estimate(shipped, 566_222, 10, 100_000);
        assertThat(estimate.refusal(shipped))
                .hasValueSatisfying(why -> assertThat(why).contains("566222 pairs"));
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
