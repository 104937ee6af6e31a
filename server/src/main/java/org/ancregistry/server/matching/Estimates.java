package org.ancregistry.server.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.matching.Estimate;
import org.ancregistry.domain.matching.MatchingParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was learned from the registry's own records, used or refused. */
final class Estimates {

    private static final Logger LOG = LoggerFactory.getLogger(Estimates.class);
    private static final String LATEST =
            "select parameters from match_estimate where refused is null order by id desc fetch first 1 rows only";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Estimates(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param looked at how many women
     * @param refused why it is not to be used, if it is not
     */
    void keep(Estimate estimate, int looked, @Nullable String refused) {
        jdbc.update(
                "insert into match_estimate (estimated_at, women, looked_at, matches, refused, parameters)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Timestamp.from(clock.instant()),
                estimate.records(),
                looked,
                Math.round(estimate.matches()),
                refused,
                String.join(
                        "\n", estimate.cautious(MatchingParameters.shipped()).table()));
    }

    /** The last that may be used; empty too when a release since compares otherwise. */
    Optional<MatchingParameters> latest() {
        return jdbc.queryForList(LATEST, String.class).stream()
                .findFirst()
                .flatMap(table -> read(table.lines().toList()));
    }

    private static Optional<MatchingParameters> read(List<String> table) {
        try {
            return Optional.of(MatchingParameters.read(table));
        } catch (IllegalArgumentException lacking) {
            LOG.warn("What was learned of matching is an earlier release's: {}", lacking.getMessage());
            return Optional.empty();
        }
    }
}
