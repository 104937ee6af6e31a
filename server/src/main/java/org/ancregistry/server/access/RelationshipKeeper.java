package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ancregistry.interceptors.StorageInterceptor;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the tables of who cares for whom in step with the resources that say so, in the transaction that writes these,
 * whichever way they are written.
 */
@Interceptor
public final class RelationshipKeeper implements StorageInterceptor {

    private final JdbcClient jdbc;
    private final Clock clock;

    RelationshipKeeper(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (resource instanceof Organization unit) {
            place(unit);
        }
        insert(resource, Relationship.madeBy(resource, clock));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after) {
        if (after instanceof Organization unit) {
            place(unit);
        }
        var now = Relationship.madeBy(after, clock);
        if (before == null || !now.equals(Relationship.madeBy(before, clock))) {
            delete(after);
            insert(after, now);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        delete(resource);
        if (resource instanceof Organization) {
            takeOut(name(resource));
        }
    }

    private void insert(IBaseResource resource, List<Relationship> relationships) {
        for (var relationship : relationships) {
            jdbc.sql("insert into care_relationship (source, unit, patient, reason, open_until) values (?, ?, ?, ?, ?)")
                    .params(
                            name(resource),
                            relationship.unit(),
                            relationship.patient(),
                            relationship.kind(),
                            time(relationship.openUntil()))
                    .update();
        }
    }

    private void delete(IBaseResource resource) {
        jdbc.sql("delete from care_relationship where source = ?")
                .param(name(resource))
                .update();
    }

    private void place(Organization unit) {
        takeOut(name(unit));
        var whole = Relationship.reference("Organization", unit.getPartOf());
        if (whole != null) {
            jdbc.sql("insert into unit_part (unit, part_of) values (?, ?)")
                    .params(name(unit), whole)
                    .update();
        }
    }

    private void takeOut(String unit) {
        jdbc.sql("delete from unit_part where unit = ?").param(unit).update();
    }

    private static String name(IBaseResource resource) {
        return Objects.requireNonNull(
                resource.getIdElement().toUnqualifiedVersionless().getValue());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
