package org.ancregistry.server.matching;

import java.util.HashMap;
import java.util.Optional;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.matching.RegistryStatistics;
import org.ancregistry.domain.matching.RegistryStatistics.Use;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** What this registry's own records taught, as it was last counted and estimated. */
class Learned {

    /** Assumed size of a registry that is still small: a record that was only found must earn its grade there too. */
    private static final long WOMEN = 1_000_000;

    private final JdbcTemplate jdbc;
    private final Estimates estimates;
    private volatile State state = State.of("", RegistryStatistics.NONE, 0, MatchingParameters.shipped());

    Learned(JdbcTemplate jdbc, Estimates estimates) {
        this.jdbc = jdbc;
        this.estimates = estimates;
    }

    private record State(
            String counted, RegistryStatistics statistics, FellegiSunterScorer scorer, FellegiSunterScorer oneToOne) {

        static State of(String counted, RegistryStatistics statistics, long women, MatchingParameters parameters) {
            var prior = Prior.among(Math.max(women, WOMEN));
            return new State(
                    counted,
                    statistics,
                    new FellegiSunterScorer(prior, parameters, statistics),
                    new FellegiSunterScorer(Prior.oneToOne(), parameters, statistics));
        }
    }

    RegistryStatistics statistics() {
        return state.statistics();
    }

    /** Judges one who was found among all. */
    FellegiSunterScorer scorer() {
        return state.scorer();
    }

    /** Judges one whose number was shown. */
    FellegiSunterScorer oneToOne() {
        return state.oneToOne();
    }

    /** Every node reads anew what one of them counted and estimated. */
    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT5S")
    void refresh() {
        census().filter(census -> !census.counted().equals(state.counted())).ifPresent(this::learn);
    }

    private void learn(Census census) {
        var parameters = estimates.latest().orElseGet(MatchingParameters::shipped);
        state = State.of(census.counted(), read(census.women()), census.women(), parameters);
    }

    private record Census(String counted, long women) {}

    private Optional<Census> census() {
        return jdbc
                .query(
                        "select c.counted_at, c.women, (select max(id) from match_estimate where refused is null)"
                                + " from match_census c",
                        (row, i) -> new Census(row.getTimestamp(1).toInstant() + " " + row.getLong(3), row.getLong(2)))
                .stream()
                .findFirst();
    }

    private RegistryStatistics read(long women) {
        var names = new HashMap<String, Use>();
        var places = new HashMap<String, Long>();
        jdbc.query("select kind, word, stands_last, stands_before from match_word", row -> {
            if (row.getString(1).equals("n")) {
                names.put(row.getString(2), new Use(row.getLong(3), row.getLong(4)));
            } else {
                places.put(row.getString(2), row.getLong(4));
            }
        });
        return new RegistryStatistics(names, places, women);
    }
}
