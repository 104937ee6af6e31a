package org.ancregistry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.server.matching.SyntheticRecord.Profile;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry learns from its own records how they are told apart, and refuses what drifts. */
class ParameterLearningIT {

    private static final long SEED = 20_261_130;
    private static final long ANOTHER_DAY = 3;
    private static final long SECOND_RECORDS_FROM = 1_000_000;

    static Stream<RunningRegistry> bothDatabases() {
        return Stream.of(RunningRegistry.onH2(), RunningRegistry.onPostgres());
    }

    @Test
    void usesWhatItLearned() {
        try (var registry = registered(3_000, 600)) {
            var learned = learned(registry);
            var before = score(learned);
            learning(registry, learned).learn();

            var row = registry.jdbc().queryForMap("select matches, looked_at, refused from match_estimate");
            assertThat(row.get("refused")).isNull();
            assertThat(row.get("matches"))
                    .asInstanceOf(InstanceOfAssertFactories.LONG)
                    .as("of 600 who are on record twice")
                    .isBetween(540L, 660L);
            assertThat(estimates(registry).latest()).get().isNotEqualTo(MatchingParameters.shipped());
            assertThat(score(learned)).isNotEqualTo(before);
        }
    }

    @Test
    void refusesToLearnFromAHandful() {
        try (var registry = registered(500, 40)) {
            var learned = learned(registry);
            var before = score(learned);
            learning(registry, learned).learn();

            assertThat(registry.jdbc().queryForObject("select refused from match_estimate", String.class))
                    .contains("too few to learn from");
            assertThat(estimates(registry).latest()).isEmpty();
            assertThat(score(learned)).isEqualTo(before);
        }
    }

    @Test
    void leavesAsideWhatAnEarlierReleaseLearned() {
        try (var registry = registered(50, 0)) {
            registry.jdbc()
                    .update("insert into match_estimate (estimated_at, women, looked_at, matches, parameters)"
                            + " values (current_timestamp, 1, 1, 1, 'field,level,match,unrelated,relative')");
            assertThat(estimates(registry).latest()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void doesSoOnEachDatabase(RunningRegistry registry) {
        var jdbc = registry.bean(JdbcTemplate.class);
        registry.bean(ParameterLearning.class).learn();
        assertThat(jdbc.queryForObject(
                        "select refused from match_estimate order by id desc fetch first 1 rows only", String.class))
                .isNotBlank();
    }

    private static SyntheticRegistry registered(long women, long twice) {
        var postgres = TestPostgres.shared();
        var registry = new SyntheticRegistry(postgres.newDatabase(), postgres.user(), SEED, women);
        registry.fill();
        new MatchTables(registry.jdbc())
                .add(LongStream.range(1, twice * 24 / 23)
                        .filter(SyntheticRegistry::isRegistered)
                        .mapToObj(number -> again(registry.woman(number)))
                        .toList());
        LookUps.census(registry);
        return registry;
    }

    /** Registered a second time, at another clinic. */
    private static MatchRow again(SyntheticMother woman) {
        var said = SyntheticRecord.of(woman, Profile.CLINIC, ANOTHER_DAY);
        var person = SECOND_RECORDS_FROM + woman.number();
        return new MatchRow(person, "Patient/" + person, 1, SyntheticRecord.areaThen(woman), said.with(null));
    }

    private static Learned learned(SyntheticRegistry registry) {
        var learned = new Learned(registry.jdbc(), estimates(registry));
        learned.refresh();
        return learned;
    }

    private static Estimates estimates(SyntheticRegistry registry) {
        return new Estimates(registry.jdbc(), Clock.systemUTC());
    }

    private static ParameterLearning learning(SyntheticRegistry registry, Learned learned) {
        var jdbc = registry.jdbc();
        return new ParameterLearning(jdbc, new SharedKeys(jdbc), learned, estimates(registry), Clock.systemUTC());
    }

    /** What a name and a phone that agree say. */
    private static double score(Learned learned) {
        var woman = SyntheticMother.of(SEED, 7);
        return learned
                .oneToOne()
                .compare(SyntheticRecord.of(woman, Profile.CLINIC, 1), SyntheticRecord.of(woman, Profile.VERIFIED, 2))
                .fields()
                .stream()
                .mapToDouble(field -> field.bits())
                .sum();
    }
}
