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

/** What this registry's own records taught about names and places, as it was last counted. */
class Learned {

    /** Assumed size of a registry that is still small: a record that was only found must earn its grade there too. */
    private static final long WOMEN = 1_000_000;

    private final JdbcTemplate jdbc;
    private volatile State state = State.of("", RegistryStatistics.NONE, 0);

    Learned(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record State(String counted, RegistryStatistics statistics, FellegiSunterScorer scorer) {

        static State of(String counted, RegistryStatistics statistics, long women) {
            var prior = Prior.among(Math.max(women, WOMEN));
            return new State(
                    counted, statistics, new FellegiSunterScorer(prior, MatchingParameters.shipped(), statistics));
        }
    }

    RegistryStatistics statistics() {
        return state.statistics();
    }

    /** Judges one who was found among all. */
    FellegiSunterScorer scorer() {
        return state.scorer();
    }

    /** Every node reads anew what one of them counted. */
    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT5S")
    void refresh() {
        census().filter(census -> !census.counted().equals(state.counted()))
                .ifPresent(census -> state = State.of(census.counted(), read(census.women()), census.women()));
    }

    private record Census(String counted, long women) {}

    private Optional<Census> census() {
        return jdbc
                .query(
                        "select counted_at, women from match_census",
                        (row, i) -> new Census(row.getTimestamp(1).toInstant().toString(), row.getLong(2)))
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
