package org.ancregistry.portals.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Evidence in the database. The handle is kept as its SHA-256, so that a copy of the table lets nobody register with it.
 * The details are kept as they are: they stand in the same database's Patient a moment later, and a key of their own
 * would guard nothing that the database does not.
 */
public final class JdbcIdentityEvidences implements IdentityEvidences {

    private final JdbcClient jdbc;

    JdbcIdentityEvidences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps new evidence with its proof.
     *
     * @param asked names of the claims that were asked for
     * @param idToken the signed original of the sign-in
     * @param userinfo the signed original of the details, or its digest where it held a national ID number
     */
    public void keep(IdentityEvidence evidence, Set<String> asked, String idToken, String userinfo) {
        jdbc.sql(
                        "insert into identity_evidence (handle_hash, provider, subject, verified, asked, granted, declined, acr, "
                                + "authenticated_at, asked_by, draft, expires_at, id_token, userinfo) values (:handle, :provider, "
                                + ":subject, :verified, :asked, :granted, :declined, :acr, :authenticatedAt, :askedBy, :draft, "
                                + ":expiresAt, :idToken, :userinfo)")
                .param("handle", Randomness.digest(evidence.handle()))
                .param("provider", evidence.provider())
                .param("subject", evidence.subject())
                .param("verified", DemographicsText.write(evidence.verified()))
                .param("asked", words(asked))
                .param("granted", words(evidence.granted()))
                .param("declined", words(evidence.declined()))
                .param("acr", evidence.acr())
                .param("authenticatedAt", evidence.authenticatedAt().atOffset(ZoneOffset.UTC))
                .param("askedBy", evidence.askedBy())
                .param("draft", evidence.draft())
                .param("expiresAt", evidence.expiresAt().atOffset(ZoneOffset.UTC))
                .param("idToken", idToken)
                .param("userinfo", userinfo)
                .update();
    }

    @Override
    public Optional<IdentityEvidence> find(String handle) {
        return jdbc.sql("select * from identity_evidence where handle_hash = ?")
                .param(Randomness.digest(handle))
                .query((row, number) -> evidence(handle, row))
                .optional();
    }

    @Override
    public boolean useUp(String handle, String requestId) {
        return jdbc.sql("update identity_evidence set used_by = ?, used_at = ? "
                                + "where handle_hash = ? and (used_by is null or used_by = ?)")
                        .params(requestId, now(), Randomness.digest(handle), requestId)
                        .update()
                == 1;
    }

    /** Deletes evidence that nobody used in time; what was used stays, as the proof of a registration. */
    public int forgetUnused() {
        return jdbc.sql("delete from identity_evidence where used_by is null and expires_at < ?")
                .param(now())
                .update();
    }

    private static IdentityEvidence evidence(String handle, ResultSet row) throws SQLException {
        return new IdentityEvidence(
                handle,
                row.getString("provider"),
                row.getString("subject"),
                DemographicsText.read(row.getString("verified")),
                set(row.getString("granted")),
                set(row.getString("declined")),
                row.getString("acr"),
                row.getObject("authenticated_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getString("draft"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("used_by"));
    }

    private static String words(Set<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }

    private static Set<String> set(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
