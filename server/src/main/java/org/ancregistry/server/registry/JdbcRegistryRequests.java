package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.RegistryRequests;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.fhir.Fingerprint;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests and their answers in the database. The key makes the second of two equal requests wait for the first. */
public final class JdbcRegistryRequests implements RegistryRequests {

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;
    private final Clock clock;

    public JdbcRegistryRequests(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
        this.clock = clock;
    }

    @Override
    public Optional<String> take(RequestKey key, String operation, String content) {
        var hash = Fingerprint.of(List.of(content));
        var isNew = firstCome.insert(
                "insert into registry_request (caller, request_id, operation, content_hash, asked_at)"
                        + " values (?, ?, ?, ?, ?)",
                key.caller(),
                key.requestId(),
                operation,
                hash,
                Timestamp.from(clock.instant()));
        return isNew
                ? Optional.empty()
                : Optional.of(answerBefore(key, operation, hash)
                        .orElseThrow(
                                () -> Problem.REQUEST_REUSED.because(REUSED).at("request-id")));
    }

    @Override
    public Optional<String> answer(RequestKey key, String operation, String content) {
        return answerBefore(key, operation, Fingerprint.of(List.of(content)));
    }

    private Optional<String> answerBefore(RequestKey key, String operation, String hash) {
        return jdbc
                .query(
                        "select answer from registry_request where caller = ? and request_id = ? and operation = ?"
                                + " and content_hash = ? and answer is not null",
                        (row, i) -> row.getString(1),
                        key.caller(),
                        key.requestId(),
                        operation,
                        hash)
                .stream()
                .findFirst();
    }

    @Override
    public void answered(RequestKey key, String answer) {
        jdbc.update(
                "update registry_request set answer = ? where caller = ? and request_id = ?",
                answer,
                key.caller(),
                key.requestId());
    }
}
