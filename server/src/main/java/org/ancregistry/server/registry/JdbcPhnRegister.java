package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnRegister;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of numbers in the database: primary keys decide, so that two nodes never give out one number twice. */
public final class JdbcPhnRegister implements PhnRegister {

    private static final int TRIES = 5;
    private static final int LARGEST_BLOCK = 100;
    private static final String ELSEWHERE = "elsewhere";
    private static final String INSERT_NUMBER =
            "insert into issued_phn (phn, state, request_id, issued_at) values (?, ?, ?, ?)";
    private static final String INSERT_HOLDER = "insert into phn_holder (patient, phn) values (?, ?)";

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;
    private final PhnFactory factory;
    private final Clock clock;

    public JdbcPhnRegister(JdbcTemplate jdbc, PhnFactory factory, Clock clock) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
        this.factory = factory;
        this.clock = clock;
    }

    @Override
    public Optional<Phn> heldBy(String patient) {
        return one("select phn from phn_holder where patient = ?", patient).map(Phn::new);
    }

    @Override
    public Optional<String> holderOf(Phn phn) {
        return one(
                "select coalesce(p.survivor, h.patient) from issued_phn p left join phn_holder h on h.phn = p.phn"
                        + " where p.phn = ? and coalesce(p.survivor, h.patient) is not null",
                phn.value());
    }

    @Override
    public boolean retired(Phn phn) {
        return stateOf(phn).filter("retired"::equals).isPresent();
    }

    @Override
    public boolean reserved(Phn phn) {
        return stateOf(phn).filter("reserved"::equals).isPresent();
    }

    @Override
    public Issued issue(String patient, String pointOfIssue, String requestId) {
        return issuedBefore(patient, requestId)
                .or(() -> held(patient))
                .or(() -> tries().flatMap(i -> tryToIssue(patient, pointOfIssue, requestId).stream())
                        .findFirst())
                .orElseThrow(JdbcPhnRegister::noneFree);
    }

    private Optional<Issued> issuedBefore(String patient, String requestId) {
        var sql = "select h.patient, h.phn from issued_phn p join phn_holder h on h.phn = p.phn where p.request_id = ?";
        var before = jdbc.query(sql, (row, i) -> new Holder(row.getString(1), row.getString(2)), requestId);
        if (before.stream().anyMatch(holder -> !holder.patient().equals(patient))) {
            throw new IllegalArgumentException("That request id asked for another patient before: use a new one.");
        }
        return before.stream().findFirst().map(holder -> new Issued(new Phn(holder.phn()), true));
    }

    private Optional<Issued> held(String patient) {
        return heldBy(patient).map(phn -> new Issued(phn, false));
    }

    /** Empty when the made-up number is taken; the held number when another request was first for this person. */
    private Optional<Issued> tryToIssue(String patient, String pointOfIssue, String requestId) {
        var phn = factory.candidate(pointOfIssue);
        var issued = firstCome.unlessTaken(() -> {
            insertNumber(phn, "issued", requestId);
            jdbc.update(INSERT_HOLDER, patient, phn.value());
        });
        return issued ? Optional.of(new Issued(phn, true)) : held(patient);
    }

    @Override
    public boolean bind(Phn phn, String patient, String requestId) {
        return holderOf(phn).map(patient::equals).orElseGet(() -> usable(phn, requestId) && bindFree(phn, patient));
    }

    private boolean bindFree(Phn phn, String patient) {
        return firstCome.insert(INSERT_HOLDER, patient, phn.value())
                || holderOf(phn).filter(patient::equals).isPresent();
    }

    /** Whether the number may be held: reserved ones become issued, and one from elsewhere is written down. */
    private boolean usable(Phn phn, String requestId) {
        var taken = jdbc.update(
                "update issued_phn set state = 'issued' where phn = ? and state in ('reserved', 'issued')",
                phn.value());
        return taken == 1
                || (!retired(phn) && firstCome.unlessTaken(() -> insertNumber(phn, "issued", requestId)))
                || stateOf(phn).filter("issued"::equals).isPresent();
    }

    @Override
    public void retire(Phn phn, String survivor) {
        firstCome.unlessTaken(() -> insertNumber(phn, "retired", ELSEWHERE));
        jdbc.update("delete from phn_holder where phn = ? and patient = ?", phn.value(), survivor);
        jdbc.update("update issued_phn set state = 'retired', survivor = ? where phn = ?", survivor, phn.value());
    }

    @Override
    public void restore(Phn phn) {
        jdbc.update(
                "update issued_phn set state = 'issued', survivor = null where phn = ? and state = 'retired'",
                phn.value());
    }

    @Override
    public List<Phn> reserve(int count, String pointOfIssue, String requestId) {
        if (count < 1 || count > LARGEST_BLOCK) {
            throw new IllegalArgumentException("Between 1 and 100 numbers can be reserved at once.");
        }
        var before = reservedBefore(requestId);
        return before.isEmpty()
                ? tries().flatMap(i -> tryToReserve(count, pointOfIssue, requestId).stream())
                        .findFirst()
                        .orElseThrow(JdbcPhnRegister::noneFree)
                : before;
    }

    private List<Phn> reservedBefore(String requestId) {
        return jdbc.query(
                "select phn from issued_phn where request_id = ? order by phn",
                (row, i) -> new Phn(row.getString(1)),
                requestId);
    }

    private Optional<List<Phn>> tryToReserve(int count, String pointOfIssue, String requestId) {
        Supplier<Phn> candidate = () -> factory.candidate(pointOfIssue);
        var phns = Stream.generate(candidate)
                .distinct()
                .limit(count)
                .sorted(Comparator.comparing(Phn::value))
                .toList();
        var now = Timestamp.from(clock.instant());
        var rows = phns.stream()
                .map(phn -> new Object[] {phn.value(), "reserved", requestId, now})
                .toList();
        return firstCome.unlessTaken(() -> jdbc.batchUpdate(INSERT_NUMBER, rows))
                ? Optional.of(phns)
                : Optional.empty();
    }

    private void insertNumber(Phn phn, String state, String requestId) {
        jdbc.update(INSERT_NUMBER, phn.value(), state, requestId, Timestamp.from(clock.instant()));
    }

    private Optional<String> stateOf(Phn phn) {
        return one("select state from issued_phn where phn = ?", phn.value());
    }

    private Optional<String> one(String sql, String key) {
        return jdbc.query(sql, (row, i) -> row.getString(1), key).stream().findFirst();
    }

    private static Stream<Integer> tries() {
        return Stream.iterate(1, i -> i + 1).limit(TRIES);
    }

    private static IllegalStateException noneFree() {
        return new IllegalStateException("No free PHN found in " + TRIES + " tries under this point of issue.");
    }

    private record Holder(String patient, String phn) {}
}
