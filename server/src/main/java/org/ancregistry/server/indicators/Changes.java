package org.ancregistry.server.indicators;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionSynchronization;

/** What one transaction changes, until it commits: of a resource that it writes twice, what it says in the end. */
final class Changes implements TransactionSynchronization {

    private final FactTables tables;
    private final TreeSet<String> patients = new TreeSet<>();
    private final Map<String, Fact> gone = new LinkedHashMap<>();
    private final Map<String, Fact> come = new LinkedHashMap<>();

    Changes(FactTables tables) {
        this.tables = tables;
    }

    /** Nothing was kept of that resource before. */
    void add(Fact fact) {
        patients.add(fact.patient());
        come.put(fact.name(), fact);
    }

    void replace(Fact fact) {
        remove(fact);
        add(fact);
    }

    void remove(Fact fact) {
        patients.add(fact.patient());
        gone.put(fact.name(), fact);
        come.remove(fact.name());
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        tables.write(patients, gone.values(), come.values());
    }
}
