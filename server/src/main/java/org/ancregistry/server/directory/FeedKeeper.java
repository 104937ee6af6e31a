package org.ancregistry.server.directory;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Map;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;

/** Notes in the transaction that changes a number what the directory is to be told, whoever changes it. */
@Interceptor
public final class FeedKeeper implements StorageInterceptor {

    private final FeedOutbox outbox;

    FeedKeeper(FeedOutbox outbox) {
        this.outbox = outbox;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            note(patient, Map.of());
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Patient patient) {
            note(patient, Announcements.of((Patient) before));
        }
    }

    private void note(Patient patient, Map<Phn, Patient> before) {
        var reference = "Patient/" + patient.getIdElement().getIdPart();
        Announcements.of(patient).forEach((phn, said) -> {
            var told = before.get(phn);
            if (told == null || !told.equalsDeep(said)) {
                outbox.add(phn, reference);
            }
        });
    }
}
