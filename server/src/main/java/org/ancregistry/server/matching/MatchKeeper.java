package org.ancregistry.server.matching;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import java.util.Optional;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;

/** Keeps the match index in step with the record, in the transaction that writes the record, whoever writes it. */
@Interceptor
public final class MatchKeeper implements StorageInterceptor {

    private final MatchTables tables;
    private final IndexedPatients patients;

    MatchKeeper(MatchTables tables, IndexedPatients patients) {
        this.tables = tables;
        this.patients = patients;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            patients.row(patient).ifPresent(row -> tables.add(List.of(row)));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Patient patient) {
            var now = patients.row(patient);
            if (now.isEmpty()) {
                tables.remove(List.of(patients.person(patient)));
            } else if (!confirmed(patients.row((Patient) before), now.get())) {
                tables.replace(List.of(now.get()));
            }
        }
    }

    private boolean confirmed(Optional<MatchRow> before, MatchRow now) {
        return before.filter(now::saysTheSameAs).isPresent() && tables.confirm(now.person(), now.version());
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            tables.remove(List.of(patients.person(patient)));
        }
    }
}
