package org.ancregistry.server.registry;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.entity.BaseTag;
import ca.uhn.fhir.jpa.model.entity.ResourceEncodingEnum;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceTag;
import ca.uhn.fhir.jpa.model.entity.TagDefinition;
import ca.uhn.fhir.jpa.model.entity.TagTypeEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads current resources from HAPI's tables. The rows are put into HAPI's own entities and HAPI's own parser makes
 * resources of them, so they come out as HAPI would give them; but no session holds them, and none is searched for
 * changes.
 */
final class StoredBodies {

    /** With a query for {@code res_id} in its place; a resource has a row for each of its labels, and one when it has none. */
    static final String SELECT = """
            select r.res_id, r.res_type, r.fhir_id, v.res_ver, v.res_updated, v.res_encoding, v.res_text_vc,
                v.source_uri, v.request_id, d.tag_type, d.tag_system, d.tag_code, d.tag_display, d.tag_version,
                d.tag_user_selected
            from %s wanted
            join hfj_resource r on r.res_id = wanted.res_id and r.res_deleted_at is null
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            left join hfj_res_tag t on t.res_id = r.res_id
            left join hfj_tag_def d on d.tag_id = t.tag_id
            order by r.res_id
            """;

    /** As HAPI numbers them in {@code tag_type}. */
    private static final List<TagTypeEnum> KINDS =
            List.of(TagTypeEnum.TAG, TagTypeEnum.PROFILE, TagTypeEnum.SECURITY_LABEL);

    private final FhirContext fhir;
    private final IJpaStorageResourceParser parser;

    StoredBodies(FhirContext fhir, IJpaStorageResourceParser parser) {
        this.fhir = fhir;
        this.parser = parser;
    }

    List<Resource> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<Resource>();
        Stored stored = null;
        while (rows.next()) {
            if (stored == null || stored.id != rows.getLong("res_id")) {
                add(stored, found);
                stored = new Stored(rows.getLong("res_id"), body(rows), new ArrayList<>());
            }
            addLabel(rows, stored.labels);
        }
        add(stored, found);
        return found;
    }

    private void add(@Nullable Stored stored, List<Resource> found) {
        if (stored != null) {
            var type = fhir.getResourceDefinition(stored.body.getResourceType()).getImplementingClass();
            found.add((Resource) parser.toResource(null, type, stored.body, stored.labels, false));
        }
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

    private static void addLabel(ResultSet row, List<BaseTag> labels) throws SQLException {
        var kind = row.getObject("tag_type", Integer.class);
        if (kind == null) {
            return;
        }
        var definition = new TagDefinition(
                KINDS.get(kind), row.getString("tag_system"), row.getString("tag_code"), row.getString("tag_display"));
        definition.setVersion(row.getString("tag_version"));
        definition.setUserSelected(row.getObject("tag_user_selected", Boolean.class));
        var label = new ResourceTag();
        label.setTag(definition);
        labels.add(label);
    }

    private record Stored(long id, ResourceHistoryTable body, List<BaseTag> labels) {}
}
