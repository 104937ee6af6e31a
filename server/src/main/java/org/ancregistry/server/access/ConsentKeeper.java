package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Set;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the table of whom each mother keeps out in step with her Consents, in the transaction that writes these: the next
 * request of anybody, on any node, is judged by what she said.
 */
@Interceptor
public final class ConsentKeeper implements StorageInterceptor {

    private final JdbcTemplate jdbc;

    ConsentKeeper(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Consent consent) {
            insert(consent, ConsentWords.in(consent));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Consent consent) {
            delete(consent);
            insert(consent, ConsentWords.in(consent));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof Consent consent) {
            delete(consent);
        }
    }

    private void insert(Consent consent, Set<String> words) {
        var patient = Relationship.reference("Patient", consent.getPatient());
        if (patient != null) {
            jdbc.batchUpdate(
                    "insert into kept_out (source, patient, who) values (?, ?, ?)",
                    words.stream()
                            .map(word -> new Object[] {name(consent), patient, word})
                            .toList());
        }
    }

    private void delete(Consent consent) {
        jdbc.update("delete from kept_out where source = ?", name(consent));
    }

    private static String name(Consent consent) {
        return "Consent/" + consent.getIdElement().getIdPart();
    }
}
