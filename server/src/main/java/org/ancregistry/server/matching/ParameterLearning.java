package org.ancregistry.server.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.Estimation;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.server.registry.Shift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Learns once a month from the registry's own records how much it says when a name, a phone or an address agrees. Nobody
 * tells it which records are of one woman; what drifts too far from the parameters that are shipped is refused.
 */
class ParameterLearning {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterLearning.class);
    private static final Duration EVERY = Duration.ofDays(30);
    private static final Duration AFTER_FAULT = Duration.ofHours(6);

    /** Longer than it takes to look at so many women among millions. */
    private static final Duration HANDED_OVER_AFTER = Duration.ofHours(2);

    private static final int WOMEN_LOOKED_AT = 20_000;
    private static final int AT_ONCE = 200;
    private static final int RANDOM_PAIRS = 100_000;
    private static final String SOME = "select person from match_person where person > ? and mod(person, ?) = 0"
            + " order by person fetch first " + AT_ONCE + " rows only";

    private final JdbcTemplate jdbc;
    private final SharedKeys shared;
    private final Learned learned;
    private final Estimates estimates;
    private final Shift shift;

    ParameterLearning(JdbcTemplate jdbc, SharedKeys shared, Learned learned, Estimates estimates, Clock clock) {
        this.jdbc = jdbc;
        this.shared = shared;
        this.learned = learned;
        this.estimates = estimates;
        this.shift = new Shift(jdbc, clock, "match-parameters", HANDED_OVER_AFTER);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void turn() {
        shift.turn(AFTER_FAULT, () -> {
            learn();
            return EVERY;
        });
    }

    void learn() {
        var women = women();
        var estimation = new Estimation(MatchingParameters.shipped());
        var some = new ArrayList<MatchPerson>();
        List<Long> page;
        var last = Long.MIN_VALUE;
        do {
            page = jdbc.queryForList(SOME, Long.class, last, Math.max(1, women / WOMEN_LOOKED_AT));
            shared.rows(page).forEach(woman -> some.add(close(woman, estimation)));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == AT_ONCE);
        random(some, estimation);
        var estimate = estimation.estimate(women, some.size() * Math.max(women - 1.0, 1));
        var refused = estimate.refusal(MatchingParameters.shipped());
        estimates.keep(estimate, some.size(), refused.orElse(null));
        learned.refresh();
        LOG.info(
                "Looked at {} of {} women to learn how records are told apart: {}",
                some.size(),
                women,
                refused.map(why -> "not used. " + why).orElse("used from now on"));
    }

    private long women() {
        var women = jdbc.queryForObject("select count(*) from match_person", Long.class);
        return women == null ? 0 : women;
    }

    /** Adds whoever shares a key with her that few share; answers she as she is compared. */
    private MatchPerson close(MatchRow woman, Estimation estimation) {
        var person = woman.compared(learned.statistics());
        shared.with(BlockingKeys.of(person).narrow(), woman.said().nationalId()).stream()
                .filter(other -> other.person() != woman.person())
                .forEach(other -> estimation.addClose(person, other.compared(learned.statistics())));
        return person;
    }

    /** The same pairs each time, so that an estimate can be made again. */
    private static void random(List<MatchPerson> some, Estimation estimation) {
        var random = new Random(some.size());
        for (var i = 0; i < RANDOM_PAIRS && some.size() > 1; i++) {
            var one = random.nextInt(some.size());
            var other = random.nextInt(some.size());
            if (one != other) {
                estimation.addRandom(some.get(one), some.get(other));
            }
        }
    }
}
