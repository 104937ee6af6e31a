package org.ancregistry.server.stored;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import org.ancregistry.interceptors.Refusal;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what is current with one statement, where HAPI's own store opens a session and asks four times. Versions that are
 * not current are HAPI's.
 */
public final class StoredReads {

    private static final String ONE =
            StoredBodies.SELECT.formatted("(select res_id from hfj_resource where res_type = :type and fhir_id = :id)");

    private final JdbcClient jdbc;
    private final StoredBodies bodies;

    StoredReads(JdbcClient jdbc, StoredBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** Reads of one type; to be registered after HAPI's provider of the type, so that it is asked first. */
    public IResourceProvider of(Class<? extends IBaseResource> type) {
        return new OfOneType(type, this);
    }

    private Resource one(String type, String id) {
        return jdbc.sql(ONE)
                .param("type", type)
                .param("id", id)
                .query(bodies::readToShow)
                .optional()
                .orElseThrow(() -> Refusal.NOT_FOUND.because(Refusal.NO_SUCH_RECORD));
    }

    /** Public, since HAPI calls its methods. */
    public static final class OfOneType implements IResourceProvider {

        private final Class<? extends IBaseResource> type;
        private final StoredReads reads;

        private OfOneType(Class<? extends IBaseResource> type, StoredReads reads) {
            this.type = type;
            this.reads = reads;
        }

        @Override
        public Class<? extends IBaseResource> getResourceType() {
            return type;
        }

        /** Judged before anybody compares its version with one that the client has: "not modified" says that it exists. */
        @Read
        public IBaseResource read(@IdParam IIdType id, RequestDetails request) {
            var resource = reads.one(type.getSimpleName(), id.getIdPart());
            Judged.shown(request, List.of(resource));
            return resource;
        }
    }
}
