package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.interceptors.access.Owners;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.interceptors.audit.Auditor.Written;
import org.ancregistry.interceptors.audit.Auditor.Written.Kind;
import org.ancregistry.interceptors.audit.CurrentRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down what a transaction writes, just before it is committed and as a part of it: neither is there without the
 * other.
 */
@Interceptor
public final class WriteAudit implements StorageInterceptor {

    private final Auditor auditor;

    WriteAudit(Auditor auditor) {
        this.auditor = auditor;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        note(Kind.CREATED, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        note(Kind.UPDATED, after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        note(Kind.DELETED, resource);
    }

    private void note(Kind kind, IBaseResource resource) {
        if (resource instanceof Resource written && concernsSomebody(written)) {
            noted().add(new Written(kind, written));
        }
    }

    /** The registry installs its own definitions when it starts; that is nobody's act on nobody's record. */
    private static boolean concernsSomebody(Resource written) {
        return CurrentRequest.get().isPresent() || !Owners.of(written).isEmpty();
    }

    private List<Written> noted() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Notes notes) {
            return notes.written;
        }
        var notes = new Notes();
        TransactionSynchronizationManager.bindResource(this, notes);
        TransactionSynchronizationManager.registerSynchronization(notes);
        return notes.written;
    }

    /** What one transaction has written so far. */
    private final class Notes implements TransactionSynchronization {

        private final List<Written> written = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            auditor.written(CurrentRequest.get().orElse(null), written);
        }

        @Override
        public void afterCommit() {
            CurrentRequest.get().ifPresent(CurrentRequest::markWritten);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(WriteAudit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WriteAudit.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(WriteAudit.this);
        }
    }
}
