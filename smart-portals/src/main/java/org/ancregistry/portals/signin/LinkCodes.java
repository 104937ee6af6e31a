package org.ancregistry.portals.signin;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One-time codes with which a member of staff links her own eSignet sign-in to the record that was made for her. A code
 * is shown once, works once, for seven days, and is kept as its SHA-256.
 */
public final class LinkCodes {

    private static final Logger LOG = LoggerFactory.getLogger(LinkCodes.class);
    private static final Duration LIFE = Duration.ofDays(7);

    /** No letter or digit that looks or sounds like another; 12 of them are 56 bits. */
    private static final String ALPHABET = "23456789BCDFGHJKMPQRTVWXY";

    private static final int LENGTH = 12;

    private final JdbcClient jdbc;

    LinkCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A code for somebody whose record is there.
     *
     * @param practitioner {@code Practitioner/…}
     * @param issuedBy {@code Practitioner/…} of the administrator or supervisor
     * @return the code in groups of four, to be shown once
     */
    public String forStaff(String practitioner, String issuedBy) {
        return issue(practitioner, null, issuedBy);
    }

    /** A code that makes its user an administrator of that name. */
    String forNewAdministrator(String name) {
        return issue(null, name, "console");
    }

    private String issue(@Nullable String person, @Nullable String administrator, String issuedBy) {
        var code = Randomness.code(ALPHABET, LENGTH);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into link_code (code_hash, person, administrator_name, issued_by, issued_at, expires_at) "
                        + "values (:code, :person, :administrator, :issuedBy, :now, :end)")
                .param("code", Randomness.digest(code))
                .param("person", person)
                .param("administrator", administrator)
                .param("issuedBy", issuedBy)
                .param("now", now)
                .param("end", now.plus(LIFE))
                .update();
        LOG.info("Link code issued by {} for {}", issuedBy, person == null ? "a new administrator" : person);
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * Whom a code is for.
     *
     * @param person {@code Practitioner/…}, absent when an administrator is to be made
     * @param administrator her name then
     */
    record Meant(@Nullable String person, @Nullable String administrator) {}

    /** Uses a code up, inside the caller's transaction; empty when it is unknown, used or too old. */
    Optional<Meant> use(String typed) {
        var digest = Randomness.digest(plain(typed));
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var used = jdbc.sql(
                        "update link_code set used_at = ? where code_hash = ? and used_at is null and expires_at > ?")
                .params(now, digest, now)
                .update();
        return used == 0
                ? Optional.empty()
                : jdbc.sql("select person, administrator_name as administrator from link_code where code_hash = ?")
                        .param(digest)
                        .query(Meant.class)
                        .optional();
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }
}
