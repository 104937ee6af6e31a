package org.ancregistry.portals.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.portals.typed.TypedForm;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people had typed when their sessions ended: one form in each browser, for half an hour, for the person alone who
 * had signed in there.
 */
final class KeptForms {

    static final Duration KEPT = Duration.ofMinutes(30);

    /** A shift, and the way home: after it nobody's session began in that browser. */
    static final Duration BROWSER = Duration.ofHours(24);

    private final JdbcClient database;
    private final Clock clock;

    KeptForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes whose browser it is from now on; the token stays in that browser alone. */
    String begin(String owner) {
        var token = Randomness.token();
        database.sql("insert into kept_form (token_hash, owner, expires_at) values (?, ?, ?)")
                .params(Randomness.digest(token), owner, in(BROWSER))
                .update();
        return token;
    }

    /** Whether it is kept: not when nobody signed in with that browser, and not when it is too long. */
    boolean keep(String token, TypedForm form) {
        return SealedForm.of(form, token)
                .filter(content -> database.sql("update kept_form set content = ?, expires_at = ?"
                                        + " where token_hash = ? and expires_at > ?")
                                .params(content, in(KEPT), Randomness.digest(token), in(Duration.ZERO))
                                .update()
                        == 1)
                .isPresent();
    }

    Optional<TypedForm> of(String token, String owner) {
        return database.sql("select content from kept_form"
                        + " where token_hash = ? and owner = ? and expires_at > ? and content is not null")
                .params(Randomness.digest(token), owner, in(Duration.ZERO))
                .query(String.class)
                .optional()
                .map(content -> SealedForm.open(content, token));
    }

    /** It was sent or thrown away; the browser stays hers. */
    void used(String token, String owner) {
        database.sql("update kept_form set content = null, expires_at = ? where token_hash = ? and owner = ?")
                .params(in(BROWSER), Randomness.digest(token), owner)
                .update();
    }

    void forget(String token) {
        database.sql("delete from kept_form where token_hash = ?")
                .param(Randomness.digest(token))
                .update();
    }

    void forgetOver() {
        database.sql("delete from kept_form where expires_at < ?")
                .param(in(Duration.ZERO))
                .update();
    }

    private OffsetDateTime in(Duration time) {
        return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
    }
}
