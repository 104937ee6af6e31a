package org.ancregistry.server.indicators;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Keeps the tables of indicators in step with the record, in the transaction that writes the record, whichever way it is
 * written.
 */
@Interceptor
public final class FactKeeper implements StorageInterceptor {

    private final FactTables tables;
    private final FactReading reading;

    FactKeeper(FactTables tables, FactReading reading) {
        this.tables = tables;
        this.reading = reading;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        reading.of(resource).filter(Fact::saysSomething).ifPresent(tables::add);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        var was = reading.of(before);
        var is = reading.of(after);
        if (!was.equals(is)) {
            was.ifPresent(tables::remove);
            is.ifPresent(tables::replace);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        reading.of(resource).filter(Fact::saysSomething).ifPresent(tables::remove);
    }
}
