package org.ancregistry.portals.apps;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Openings of an app from a page of ours, with a woman's record at hand. The launch id that the app gets is good for one
 * app, one person and one use, for a few minutes (SMART App Launch 2.2, "launch from EHR").
 */
public final class Launches {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Launches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whose launch it is and about whom.
     *
     * @param clientId the app that was opened
     * @param person {@code Practitioner/…} or {@code Patient/…} who opened it
     * @param patient {@code Patient/…} whose record was open
     * @param encounter {@code Encounter/…} that is going on with her; absent when she is not there
     */
    public record Launch(
            String clientId,
            String person,
            String patient,
            @Nullable String encounter) {}

    /** Begins one. The person must have been found to reach that record. */
    public String begin(Launch launch) {
        var id = Randomness.token();
        jdbc.sql("insert into app_launch (id_hash, client_id, person, patient, encounter, expires_at) "
                        + "values (:id, :app, :person, :patient, :encounter, :end)")
                .param("id", Randomness.digest(id))
                .param("app", launch.clientId())
                .param("person", launch.person())
                .param("patient", launch.patient())
                .param("encounter", launch.encounter())
                .param("end", now().plus(LIFE))
                .update();
        return id;
    }

    /** Looks at one that was not used and has not expired. */
    public Optional<Launch> open(String id) {
        return jdbc.sql("select client_id, person, patient, encounter from app_launch "
                        + "where id_hash = ? and used_at is null and expires_at > ?")
                .params(Randomness.digest(id), now())
                .query(Launch.class)
                .optional();
    }

    /** Uses one up: of two that come with the same id, the second gets nothing. */
    public Optional<Launch> use(String id) {
        var launch = open(id);
        var used = jdbc.sql(
                        "update app_launch set used_at = ? where id_hash = ? and used_at is null and expires_at > ?")
                .params(now(), Randomness.digest(id), now())
                .update();
        return used == 1 ? launch : Optional.empty();
    }

    /** Forgets those that nobody can use any more. */
    public void forgetEnded() {
        jdbc.sql("delete from app_launch where expires_at < ?")
                .param(now().minusDays(1))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
