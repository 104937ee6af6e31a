package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.ancregistry.server.stored.StoredBodies;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All current resources of a type, in pages that cost the same however far one has come. */
public final class StoredPages {

    private static final int SIZE = 500;

    private static final String IDS = """
        select res_id from hfj_resource where res_type = :type and res_deleted_at is null and res_id > :after
        and res_updated >= :since order by res_id limit :size
        """;

    private static final String BODIES = StoredBodies.SELECT.formatted(
            "(select res_id from hfj_resource where res_id between :from and :to and res_type = :type"
                    + " and res_updated >= :since)");

    private final JdbcClient jdbc;
    private final StoredBodies bodies;

    StoredPages(JdbcClient jdbc, StoredBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** A page, and where the next one begins. */
    public record Page(String type, Instant since, long last, List<Resource> resources) {

        public Page {
            resources = List.copyOf(resources);
        }
    }

    /**
     * The first page.
     *
     * @param since only what was changed at or after this moment
     */
    public Page first(String type, @Nullable Instant since) {
        return after(type, since == null ? Instant.EPOCH : since, 0);
    }

    /** The page after {@code page}; empty at the end. */
    public Page next(Page page) {
        return after(page.type(), page.since(), page.last());
    }

    private Page after(String type, Instant since, long last) {
        var ids = jdbc.sql(IDS)
                .param("type", type)
                .param("after", last)
                .param("since", Timestamp.from(since))
                .param("size", SIZE)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return new Page(type, since, last, List.of());
        }
        var to = ids.get(ids.size() - 1);
        var found = jdbc.sql(BODIES)
                .param("from", ids.get(0))
                .param("to", to)
                .param("type", type)
                .param("since", Timestamp.from(since))
                .query(bodies::read)
                .list();
        return new Page(type, since, to, found);
    }
}
