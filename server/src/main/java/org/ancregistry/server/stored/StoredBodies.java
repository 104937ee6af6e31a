package org.ancregistry.server.stored;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.entity.ResourceEncodingEnum;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads current resources from HAPI's tables. The rows are put into HAPI's own entities and HAPI's own parser makes
 * resources of them, so they come out as HAPI would give them; but no session holds them, and none is searched for
 * changes.
 */
public final class StoredBodies {

    /** With a query for {@code res_id} in its place. */
    public static final String SELECT = """
            select r.res_id, r.res_type, r.fhir_id, v.res_ver, v.res_updated, v.res_encoding, v.res_text_vc,
                v.source_uri, v.request_id
            from %s wanted
            join hfj_resource r on r.res_id = wanted.res_id and r.res_deleted_at is null
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            """;

    private final FhirContext fhir;
    private final IJpaStorageResourceParser parser;

    StoredBodies(FhirContext fhir, IJpaStorageResourceParser parser) {
        this.fhir = fhir;
        this.parser = parser;
    }

    /** One that {@link StoredAnswers} may write as it is stored: nobody may work with it. */
    public Resource readToShow(ResultSet row, int number) throws SQLException {
        var resource = read(row, number);
        if (ResourceEncodingEnum.JSON.name().equals(row.getString("res_encoding"))) {
            new StoredText(row.getString("res_text_vc")).keepWith(resource);
        }
        return resource;
    }

    /** One to look at and work with. */
    public Resource read(ResultSet row, int number) throws SQLException {
        var body = body(row);
        var type = fhir.getResourceDefinition(body.getResourceType()).getImplementingClass();
        // Labels lie in the body.
        return (Resource) parser.toResource(null, type, body, List.of(), false);
    }

    private static ResourceHistoryTable body(ResultSet row) throws SQLException {
        var body = new ResourceHistoryTable();
        body.setResourceId(row.getLong("res_id"));
        body.setResourceType(row.getString("res_type"));
        body.setTransientForcedId(row.getString("fhir_id"));
        body.setVersion(row.getLong("res_ver"));
        body.setUpdated(row.getTimestamp("res_updated"));
        body.setFhirVersion(FhirVersionEnum.R4);
        body.setEncoding(ResourceEncodingEnum.valueOf(row.getString("res_encoding")));
        body.setResourceTextVc(row.getString("res_text_vc"));
        body.setSourceUri(row.getString("source_uri"));
        body.setRequestId(row.getString("request_id"));
        return body;
    }
}
