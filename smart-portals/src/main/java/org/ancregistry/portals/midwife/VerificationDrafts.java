package org.ancregistry.portals.midwife;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.portals.identitycheck.IdentityDrafts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifications that were begun, in the database: the mother is on another site's pages meanwhile. They go after a day. */
final class VerificationDrafts implements IdentityDrafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    VerificationDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins one, and forgets those that are too old. */
    String begin(String owner, String patient, String speaks) {
        database.sql("delete from identity_verification where started_at < :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        var id = UUID.randomUUID().toString();
        database.sql("""
                        insert into identity_verification (id, owner, patient, speaks, request_id, started_at)
                        values (:id, :owner, :patient, :speaks, :request, :now)
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("patient", patient)
                .param("speaks", speaks)
                .param("request", UUID.randomUUID().toString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** The one of that id, when this midwife began it. */
    Optional<Verification> find(String id, String owner) {
        return database.sql("select * from identity_verification where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, number) -> new Verification(
                        row.getString("id"),
                        row.getString("owner"),
                        row.getString("patient"),
                        row.getString("speaks"),
                        row.getString("evidence"),
                        row.getString("request_id")))
                .optional();
    }

    @Override
    public boolean belongsTo(String draft, String midwife) {
        return find(draft, midwife).isPresent();
    }

    /** Another proof is another question to the registry: it gets a request id of its own. */
    @Override
    public boolean evidence(IdentityEvidence evidence) {
        return database.sql("""
                                update identity_verification set evidence = :evidence, request_id = :request
                                where id = :id and owner = :owner
                                """)
                        .param("evidence", evidence.handle())
                        .param("request", UUID.randomUUID().toString())
                        .param("id", evidence.draft())
                        .param("owner", evidence.askedBy())
                        .update()
                == 1;
    }

    @Override
    public String page(String draft) {
        return "/midwife/verifications/" + draft;
    }
}
