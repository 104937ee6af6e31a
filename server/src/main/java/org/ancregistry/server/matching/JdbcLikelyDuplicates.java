package org.ancregistry.server.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.server.registry.FirstCome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairs of records that may be of one woman, in a table; each pair has its lesser name first. */
final class JdbcLikelyDuplicates implements LikelyDuplicates {

    private static final String WITHIN =
            "(%1$s.area in (:areas) or exists (select 1 from unit_part u where u.unit = %1$s.area"
                    + " and u.part_of in (:areas)))";

    /** Both are still found: a record that was merged or put out of use since is in no pair. */
    private static final String PAGE = "select d.patient, d.other, d.score, d.grade, d.found_at from likely_duplicate d"
            + " join match_person p on p.patient = d.patient join match_person o on o.patient = d.other"
            + " where d.decision is null and d.grade in (:grades) and " + WITHIN.formatted("p") + " and "
            + WITHIN.formatted("o") + "%s order by d.score desc, d.patient, d.other limit :most offset :from";

    private static final String APART = """
        select 1 from match_person p join match_person o on o.patient = :other where p.patient = :patient
        and p.area is not null and o.area is not null and p.area <> o.area
        and not exists (select 1 from unit_part u join unit_part v on v.part_of = u.part_of
            where u.unit = p.area and v.unit = o.area)
        and not exists (select 1 from likely_duplicate d
            where d.patient = :first and d.other = :second and d.decision is not null)
        """;

    private static final String OF_ONE_AREA = " and (p.area = :area or o.area = :area)";

    private final JdbcClient jdbc;
    private final FirstCome firstCome;
    private final Clock clock;

    JdbcLikelyDuplicates(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.firstCome = new FirstCome(jdbc);
        this.clock = clock;
    }

    @Override
    public List<Pair> page(Wanted wanted, int from, int most) {
        if (wanted.areas().isEmpty()) {
            return List.of();
        }
        var asked = jdbc.sql(PAGE.formatted(wanted.area() == null ? "" : OF_ONE_AREA))
                .param("grades", grades(wanted.least()))
                .param("areas", wanted.areas())
                .param("most", most)
                .param("from", from);
        return (wanted.area() == null ? asked : asked.param("area", wanted.area()))
                .query((row, i) -> new Pair(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** Whether it is a likely pair that no supervisor of a MOH area has both records of, and that nobody decided about. */
    boolean isNobodys(Pair pair) {
        return !pair.grade().equals(MatchGrade.POSSIBLE.code())
                && !jdbc.sql(APART)
                        .param("patient", pair.patient())
                        .param("other", pair.other())
                        .param("first", first(pair.patient(), pair.other()))
                        .param("second", second(pair.patient(), pair.other()))
                        .query((row, i) -> true)
                        .list()
                        .isEmpty();
    }

    private static List<String> grades(MatchGrade least) {
        return Arrays.stream(MatchGrade.values())
                .filter(grade -> grade.compareTo(least) <= 0)
                .map(MatchGrade::code)
                .toList();
    }

    @Override
    public void decided(String patient, String other, boolean same) {
        var decision = same ? "same" : "different";
        if (!insert(new Pair(patient, other, 0, MatchGrade.POSSIBLE.code(), clock.instant()), decision)) {
            jdbc.sql("update likely_duplicate set decision = ? where patient = ? and other = ?")
                    .params(decision, first(patient, other), second(patient, other))
                    .update();
        }
    }

    @Override
    public void undecided(String patient, String other) {
        jdbc.sql("update likely_duplicate set decision = null where patient = ? and other = ?")
                .params(first(patient, other), second(patient, other))
                .update();
    }

    /** What the job found of a woman now, in the place of what it found before; what is decided stays decided. */
    void replace(String patient, Collection<Pair> found) {
        jdbc.sql("delete from likely_duplicate where decision is null and (patient = ? or other = ?)")
                .params(patient, patient)
                .update();
        found.forEach(pair -> insert(pair, null));
    }

    /** Unless the pair is there, as somebody decided about it or another node found it. */
    private boolean insert(Pair pair, @Nullable String decision) {
        return firstCome.insert(
                "insert into likely_duplicate (patient, other, score, grade, decision, found_at) values (?, ?, ?, ?, ?, ?)",
                first(pair.patient(), pair.other()),
                second(pair.patient(), pair.other()),
                pair.score(),
                pair.grade(),
                decision,
                Timestamp.from(pair.found()));
    }

    /** Forgets pairs of records that are gone. */
    int forget() {
        return Set.of("patient", "other").stream()
                .mapToInt(side -> jdbc.sql("delete from likely_duplicate where decision is null and not exists"
                                + " (select 1 from match_person p where p.patient = likely_duplicate." + side + ")")
                        .update())
                .sum();
    }

    private static String first(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String second(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
