package org.ancregistry.server.matching;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a synthetic registry for women who have just proved who they are: half of them are on record; of those who are not,
 * every fourth is the sister or twin of one who is.
 */
final class LookUps {

    static final String HEAD = String.format(
            Locale.ROOT,
            "%-9s %-10s %8s %8s %8s %8s %9s %10s %8s %8s %8s %8s %8s",
            "women",
            "asked",
            "found",
            "top",
            "probable",
            "certain",
            "prec.prob",
            "prec.cert",
            "wrong",
            "cand p50",
            "p50 ms",
            "p95 ms",
            "p99 ms");

    private static final int SISTERS = 4;
    private static final int HOUSEHOLD = 12;

    private final SyntheticRegistry registry;
    private final SharedKeys shared;
    private final CandidateSearch search;
    private final Learned learned;
    private final boolean withNumbers;

    LookUps(SyntheticRegistry registry, boolean withNumbers) {
        this.registry = registry;
        this.withNumbers = withNumbers;
        var jdbc = registry.jdbc();
        this.shared = new SharedKeys(jdbc);
        this.learned = new Learned(jdbc, new Estimates(jdbc, Clock.systemUTC()));
        this.search = new CandidateSearch(shared, CandidateSearch.locks(jdbc), learned);
        learned.refresh();
    }

    /** Counts names and places, as the nightly job does. */
    static void census(SyntheticRegistry registry) {
        var jdbc = registry.jdbc();
        var manager = new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource()));
        new Census(jdbc, new TransactionTemplate(manager), Clock.systemUTC()).take();
    }

    private record Answer(
            boolean registered, boolean candidate, MatchGrade grade, boolean right, int candidates, double millis) {}

    /** Asks that many times, after some that are not counted. */
    Figures measure(int times, int warmUp) {
        var chance = new SplittableRandom(99);
        for (var i = 0; i < warmUp; i++) {
            ask(chance);
        }
        return figures(Stream.generate(() -> ask(chance)).limit(times).toList());
    }

    private Answer ask(SplittableRandom chance) {
        var registered = chance.nextBoolean();
        var number = registered ? anyRegistered(chance) : anyOther(chance);
        var woman = registry.woman(number);
        var known = SyntheticRegistry.verified(woman);
        var wanted = new Wanted(withNumbers ? known : known.with(null), SyntheticRecord.area(woman));
        var from = System.nanoTime();
        var found = search.like(wanted, 10);
        var millis = (System.nanoTime() - from) / 1e6;
        var persons = candidates(wanted);
        var best = found.isEmpty() ? null : found.get(0);
        var grade = best == null ? MatchGrade.CERTAINLY_NOT : best.comparison().grade();
        var right = registered && isHers(best, number);
        return new Answer(registered, persons.contains(number), grade, right, persons.size(), millis);
    }

    private static boolean isHers(@Nullable Candidate best, long number) {
        return best != null && best.patient().equals("Patient/" + number);
    }

    private Set<Long> candidates(Wanted wanted) {
        var keys = BlockingKeys.of(MatchPerson.of(wanted.known(), wanted.areas(), learned.statistics()));
        return shared.persons(keys, wanted.known().nationalId());
    }

    private long anyRegistered(SplittableRandom chance) {
        var number = chance.nextLong(registry.women());
        return SyntheticRegistry.isRegistered(number) ? number : number - 1;
    }

    private long anyOther(SplittableRandom chance) {
        return chance.nextInt(SISTERS) == 0
                ? chance.nextLong(registry.women() / (2L * HOUSEHOLD)) * 2 * HOUSEHOLD + HOUSEHOLD
                : registry.women() * 2 + chance.nextLong(registry.women());
    }

    private Figures figures(List<Answer> answers) {
        var there = answers.stream().filter(Answer::registered).toList();
        var probable = answers.stream()
                .filter(answer -> answer.grade().compareTo(MatchGrade.PROBABLE) <= 0)
                .toList();
        var certain = answers.stream()
                .filter(answer -> answer.grade() == MatchGrade.CERTAIN)
                .toList();
        var millis = answers.stream().map(Answer::millis).sorted().toList();
        var candidates = answers.stream().map(Answer::candidates).sorted().toList();
        return new Figures(
                registry.women(),
                withNumbers,
                share(there, Answer::candidate),
                share(there, Answer::right),
                share(there, answer -> answer.right() && answer.grade().compareTo(MatchGrade.PROBABLE) <= 0),
                share(there, answer -> answer.right() && answer.grade() == MatchGrade.CERTAIN),
                share(probable, Answer::right),
                share(certain, Answer::right),
                certain.stream().filter(answer -> !answer.right()).count(),
                certain.size(),
                candidates.get(candidates.size() / 2),
                new Millis(at(millis, 0.5), at(millis, 0.95), at(millis, 0.99)));
    }

    /**
     * What came of it; shares are from 0 to 1.
     *
     * @param found of those on record, how many share a key with what was asked
     * @param top of those on record, how many came first
     * @param probable of those on record, how many came first and at least probable
     * @param certain of those on record, how many came first and certain
     * @param precisionOfProbable of the answers that were at least probable, how many were she
     * @param precisionOfCertain the same of those that were certain
     * @param wrong how many answers were certain and another woman
     */
    record Figures(
            long women,
            boolean withNumbers,
            double found,
            double top,
            double probable,
            double certain,
            double precisionOfProbable,
            double precisionOfCertain,
            long wrong,
            long certainAnswers,
            int candidates,
            Millis millis) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-9d %-10s %8.4f %8.4f %8.4f %8.4f %9.4f %10.5f %8s %8d %8.1f %8.1f %8.1f",
                    women,
                    withNumbers ? "with ID" : "without ID",
                    found,
                    top,
                    probable,
                    certain,
                    precisionOfProbable,
                    precisionOfCertain,
                    wrong + "/" + certainAnswers,
                    candidates,
                    millis.p50(),
                    millis.p95(),
                    millis.p99());
        }
    }

    /** How long a look-up took, with scoring, in milliseconds. */
    record Millis(double p50, double p95, double p99) {}

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return answers.isEmpty() ? 1 : answers.stream().filter(which).count() / (double) answers.size();
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}
