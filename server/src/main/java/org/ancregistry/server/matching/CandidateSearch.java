package org.ancregistry.server.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.domain.matching.RegistryStatistics;
import org.ancregistry.operations.Candidates;
import org.ancregistry.server.registry.LockStripes;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the few hundred records that share a key with a woman, in two statements, and lays each beside her. */
final class CandidateSearch implements Candidates {

    private static final Comparator<Candidate> LIKELIEST_FIRST = Comparator.comparingDouble(
                    (Candidate found) -> found.comparison().score())
            .reversed()
            .thenComparing(Candidate::patient);

    private static final int STRIPES = 4096;

    private final SharedKeys shared;
    private final LockStripes locks;
    private final Learned learned;

    CandidateSearch(SharedKeys shared, LockStripes locks, Learned learned) {
        this.shared = shared;
        this.locks = locks;
        this.learned = learned;
    }

    static LockStripes locks(JdbcTemplate jdbc) {
        return new LockStripes(
                jdbc, "match_lock", STRIPES, "Somebody registers a woman like her at this moment: send it again.");
    }

    @Override
    public void hold(Wanted woman) {
        var keys = BlockingKeys.of(MatchPerson.of(woman.known(), Set.of(), RegistryStatistics.NONE));
        locks.hold(keys.strong().stream().mapToInt(Object::hashCode));
    }

    @Override
    public List<Candidate> like(Wanted woman, int limit) {
        var statistics = learned.statistics();
        var scorer = learned.scorer();
        var wanted = MatchPerson.of(woman.known(), woman.areas(), statistics);
        return shared.with(BlockingKeys.of(wanted), woman.known().nationalId()).stream()
                .map(row -> judged(wanted, row, scorer, statistics))
                .filter(found -> found.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(LIKELIEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Candidate judged(
            MatchPerson wanted, MatchRow row, FellegiSunterScorer scorer, RegistryStatistics statistics) {
        return new Candidate(row.patient(), scorer.compare(wanted, row.compared(statistics)));
    }
}
