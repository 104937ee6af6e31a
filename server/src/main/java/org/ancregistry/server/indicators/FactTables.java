package org.ancregistry.server.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ancregistry.server.registry.LockStripes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the tables that indicators are counted from. What a transaction changes is written, and the women's pregnancies
 * are worked out anew, once at its end, however many resources it wrote.
 */
final class FactTables {

    private static final int STRIPES = 1024;

    private final JdbcTemplate jdbc;
    private final LockStripes locks;
    private final WorkingOut workingOut;

    FactTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.locks = new LockStripes(
                jdbc, "indicator_lock", STRIPES, "Somebody writes to her record at this moment: send it again.");
        this.workingOut = new WorkingOut(jdbc);
    }

    void add(Fact fact) {
        atCommit().add(fact);
    }

    void replace(Fact fact) {
        atCommit().replace(fact);
    }

    void remove(Fact fact) {
        atCommit().remove(fact);
    }

    /**
     * Puts what {@code record} says in the place of all that is kept of a woman. Whoever writes her record at the same time
     * waits, or is waited for before it is read.
     */
    void replaceAllOf(String patient, Supplier<List<Fact>> record) {
        hold(Set.of(patient));
        for (var table : FactTable.values()) {
            jdbc.update(table.deleteAllOf(), patient);
        }
        insert(record.get());
        workingOut.of(patient);
    }

    /** Forgets women who are no longer on record. */
    int forgetStrangers() {
        var forgotten = 0;
        for (var table : FactTable.values()) {
            forgotten += jdbc.update(table.deleteStrangers());
        }
        return forgotten;
    }

    /** At the end of a transaction: {@code gone} and {@code come} belong to {@code patients}. */
    void write(Set<String> patients, Collection<Fact> gone, Collection<Fact> come) {
        hold(patients);
        for (var table : FactTable.values()) {
            batch(
                    table.delete(),
                    gone.stream()
                            .filter(fact -> fact.table() == table)
                            .map(fact -> new Object[] {fact.name()})
                            .toList());
        }
        insert(come);
        patients.forEach(workingOut::of);
    }

    /** The later of two who write to one woman's record counts what the earlier one wrote. */
    private void hold(Set<String> patients) {
        locks.hold(patients.stream().mapToInt(String::hashCode));
    }

    private void insert(Collection<Fact> come) {
        for (var table : FactTable.values()) {
            batch(
                    table.insert(),
                    come.stream()
                            .filter(fact -> fact.table() == table)
                            .flatMap(fact -> fact.rows().stream())
                            .map(List::toArray)
                            .toList());
        }
    }

    private void batch(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(statement, rows);
        }
    }

    private Changes atCommit() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Changes.class::isInstance)
                .map(Changes.class::cast)
                .findFirst()
                .orElseGet(this::begin);
    }

    private Changes begin() {
        var changes = new Changes(this);
        TransactionSynchronizationManager.registerSynchronization(changes);
        return changes;
    }
}
