package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the register of numbers promises, on whichever database. */
abstract class PhnRegisterRules {

    private static final String NIMALI = "Patient/nimali";
    private static final String KUMARI = "Patient/kumari";
    private static final Phn FROM_ELSEWHERE = new Phn("4054X7K2Q9V");

    private final PhnPolicy policy = PhnPolicy.sriLanka("4054");
    private final RegistryTables tables = tables();
    private final JdbcPhnRegister register =
            new JdbcPhnRegister(tables.jdbc(), new PhnFactory(policy, new SecureRandom()), Clock.systemUTC());

    abstract RegistryTables tables();

    /** How many numbers each of eight threads issues. */
    abstract int each();

    @AfterEach
    void closeTables() {
        tables.close();
    }

    @Test
    void givesAWomanOneNumberForEver() {
        var first = issue(NIMALI, "r1");
        assertThat(first.issued()).isTrue();
        assertThat(issue(NIMALI, "r2")).isEqualTo(new Issued(first.phn(), false));
        assertThat(register.holderOf(first.phn())).contains(NIMALI);
        assertThat(register.heldBy(NIMALI)).contains(first.phn());
    }

    @Test
    void answersARepeatedRequestAlike() {
        assertThat(issue(NIMALI, "r1")).isEqualTo(issue(NIMALI, "r1"));
        assertThatThrownBy(() -> issue(KUMARI, "r1")).hasMessageContaining("another patient");
        assertThat(reserve(3, "b1")).hasSize(3).isEqualTo(reserve(3, "b1"));
    }

    @Test
    void bindsANumberToOneWomanOnly() {
        assertThat(bind(FROM_ELSEWHERE, NIMALI)).isTrue();
        assertThat(bind(FROM_ELSEWHERE, NIMALI)).isTrue();
        assertThat(bind(FROM_ELSEWHERE, KUMARI)).isFalse();
        assertThat(bind(new Phn("4054BCDFGHY"), NIMALI)).isFalse();
        assertThat(register.heldBy(NIMALI)).contains(FROM_ELSEWHERE);
    }

    @Test
    void bindsAReservedNumber() {
        var phn = reserve(1, "b1").get(0);
        assertThat(bind(phn, NIMALI)).isTrue();
        assertThat(register.heldBy(NIMALI)).contains(phn);
    }

    @Test
    void neverUsesARetiredNumberAgain() {
        bind(FROM_ELSEWHERE, NIMALI);
        tables.jdbc().update("delete from phn_holder where phn = ?", FROM_ELSEWHERE.value());
        tables.jdbc().update("update issued_phn set state = 'retired' where phn = ?", FROM_ELSEWHERE.value());
        assertThat(register.retired(FROM_ELSEWHERE)).isTrue();
        assertThat(bind(FROM_ELSEWHERE, KUMARI)).isFalse();
    }

    @Test
    void takesAnotherNumberWhenTheOneMadeUpIsTaken() {
        var alwaysTheSame = new SecureRandom(new byte[] {1}) {
            private int calls;

            @Override
            public int nextInt(int bound) {
                return calls++ < 12 ? 0 : 1;
            }
        };
        var clumsy = new JdbcPhnRegister(tables.jdbc(), new PhnFactory(policy, alwaysTheSame), Clock.systemUTC());
        var first = tables.inOne(() -> clumsy.issue(NIMALI, "4054", "r1"));
        var second = tables.inOne(() -> clumsy.issue(KUMARI, "4054", "r2"));
        assertThat(second.issued()).isTrue();
        assertThat(second.phn()).isNotEqualTo(first.phn());
    }

    @Test
    void forgetsTheNumbersOfATransactionThatFailed() {
        assertThatThrownBy(() -> tables.inOne(() -> {
                    register.issue(NIMALI, "4054", "r1");
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(register.heldBy(NIMALI)).isEmpty();
    }

    @Test
    void givesOneNumberToAWomanForWhomEightAskAtOnce() throws ExecutionException, InterruptedException {
        var issued = eightAtOnce(thread -> List.of(issue(NIMALI, "r" + thread)));
        assertThat(issued.stream().map(Issued::phn).distinct()).hasSize(1);
        assertThat(issued.stream().filter(Issued::issued)).hasSize(1);
    }

    @Test
    void givesDifferentNumbersToManyWomenAtOnce() throws ExecutionException, InterruptedException {
        var issued = eightAtOnce(thread -> IntStream.range(0, each())
                .mapToObj(i -> issue("Patient/" + thread + "-" + i, "r" + thread + "-" + i))
                .toList());
        var phns = issued.stream().map(Issued::phn).toList();
        assertThat(phns)
                .hasSize(8 * each())
                .doesNotHaveDuplicates()
                .allMatch(phn -> policy.check(phn).known());
        assertThat(tables.jdbc().queryForObject("select count(*) from phn_holder", Integer.class))
                .isEqualTo(8 * each());
    }

    private List<Issued> eightAtOnce(Work work) throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = IntStream.range(0, 8)
                    .<Callable<List<Issued>>>mapToObj(thread -> () -> work.of(thread))
                    .toList();
            var all = new ArrayList<Issued>();
            for (var done : pool.invokeAll(tasks)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private Issued issue(String patient, String requestId) {
        return tables.inOne(() -> register.issue(patient, "4054", requestId));
    }

    private boolean bind(Phn phn, String patient) {
        return tables.inOne(() -> register.bind(phn, patient, "r"));
    }

    private List<Phn> reserve(int count, String requestId) {
        return tables.inOne(() -> register.reserve(count, "4054", requestId));
    }

    private interface Work {
        List<Issued> of(int thread);
    }
}
