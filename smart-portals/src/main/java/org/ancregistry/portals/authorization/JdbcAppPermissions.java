package org.ancregistry.portals.authorization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ancregistry.domain.access.AppPermissionTrail;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds permissions where the tokens are kept that were given with them, and ends both at once. */
final class JdbcAppPermissions implements AppPermissions {

    private static final String GOES_ON = "person = :person and revoked = false and client_id not in (:portals) "
            + "and (refresh_expires_at > :now or access_expires_at > :now)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Apps apps;
    private final ApplicationEventPublisher told;
    private final ObjectProvider<AppPermissionTrail> trail;
    private final Clock clock;

    JdbcAppPermissions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Apps apps,
            ApplicationEventPublisher told,
            ObjectProvider<AppPermissionTrail> trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.apps = apps;
        this.told = told;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Permission> of(String person) {
        return jdbc.sql("select id, client_id, scopes, coalesce(code_issued_at, access_issued_at) as given, "
                        + "coalesce(refresh_expires_at, access_expires_at) as until from oauth2_authorization where "
                        + GOES_ON + " order by given desc")
                .param("person", person)
                .param("portals", Portal.clientIds())
                .param("now", now())
                .query((row, number) -> new Permission(
                        row.getString("id"),
                        name(row.getString("client_id")),
                        row.getObject("given", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        row.getString("scopes").contains("offline_access")))
                .list();
    }

    private String name(String clientId) {
        return apps.of(clientId).map(App::name).orElse(clientId);
    }

    @Override
    public void end(String person, String id) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("select client_id from oauth2_authorization where id = :id and " + GOES_ON)
                        .param("id", id)
                        .param("person", person)
                        .param("portals", Portal.clientIds())
                        .param("now", now())
                        .query(String.class)
                        .optional()
                        .ifPresent(app -> end(person, id, app)));
    }

    private void end(String person, String id, String app) {
        var ended = jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where id = ? and revoked = false")
                .param(id)
                .update();
        if (ended > 0) {
            trail.ifAvailable(written -> written.ended(person, app));
            told.publishEvent(new TokensRevoked());
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
