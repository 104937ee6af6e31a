package org.ancregistry.server.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The exports that were asked for, in the database: any node answers for them. */
class ExportJobs {

    private static final Duration LIFE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(ExportJob job) {
        jdbc.sql("insert into bulk_export (id, client, asked, types, since, begun_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        job.id(),
                        job.client(),
                        job.asked(),
                        String.join(",", job.types()),
                        time(job.since()),
                        time(job.begun()))
                .update();
    }

    /** Empty for another program's and for one that is too old, as for one that never was. */
    Optional<ExportJob> find(String id, String client) {
        return jdbc.sql("select * from bulk_export where id = ? and client = ? and begun_at > ?")
                .params(id, client, time(clock.instant().minus(LIFE)))
                .query(ExportJobs::job)
                .optional();
    }

    /** On every node alike: a second deletion finds nothing. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from bulk_export where begun_at <= ?")
                .param(time(clock.instant().minus(LIFE)))
                .update();
    }

    private static ExportJob job(ResultSet row, int number) throws SQLException {
        var since = row.getObject("since", OffsetDateTime.class);
        return new ExportJob(
                row.getString("id"),
                row.getString("client"),
                row.getString("asked"),
                List.of(row.getString("types").split(",", -1)),
                since == null ? null : since.toInstant(),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
