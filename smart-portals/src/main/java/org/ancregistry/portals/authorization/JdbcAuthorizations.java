package org.ancregistry.portals.authorization;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps authorizations in the database, where every node sees them. A change says which state it was made from: of two
 * that use one code or one refresh token at the same moment, the second is refused. A refresh token that was replaced
 * and is shown again ends the authorization, because somebody else has a copy (RFC 9700 section 4.14.2).
 */
final class JdbcAuthorizations implements OAuth2AuthorizationService {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcAuthorizations.class);

    /** Two pages opened at once may refresh at once: so long that is no theft, only a refusal. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final String COLUMNS = "client_id, person, grant_type, scopes, request, state_hash, code_hash, "
            + "code_issued_at, code_expires_at, code_used, access_token_id, access_token_hash, access_issued_at, "
            + "access_expires_at, refresh_token_hash, refresh_issued_at, refresh_expires_at, id_token_hash, "
            + "id_token_issued_at, id_token_expires_at, revoked, expires_at, patient, encounter, dpop_key";
    private static final String INSERT = "insert into oauth2_authorization (id, version, " + COLUMNS
            + ") values (:id, :version, :clientId, :person, :grantType, :scopes, :request, :stateHash, :codeHash, "
            + ":codeIssuedAt, :codeExpiresAt, :codeUsed, :accessTokenId, :accessTokenHash, :accessIssuedAt, "
            + ":accessExpiresAt, :refreshTokenHash, :refreshIssuedAt, :refreshExpiresAt, :idTokenHash, "
            + ":idTokenIssuedAt, :idTokenExpiresAt, :revoked, :expiresAt, :patient, :encounter, :dpopKey)";
    private static final String UPDATE = "update oauth2_authorization set version = version + 1, scopes = :scopes, "
            + "state_hash = :stateHash, code_hash = :codeHash, code_issued_at = :codeIssuedAt, "
            + "code_expires_at = :codeExpiresAt, code_used = :codeUsed, access_token_id = :accessTokenId, "
            + "access_token_hash = :accessTokenHash, access_issued_at = :accessIssuedAt, "
            + "access_expires_at = :accessExpiresAt, refresh_token_hash = :refreshTokenHash, "
            + "refresh_issued_at = :refreshIssuedAt, refresh_expires_at = :refreshExpiresAt, "
            + "id_token_hash = :idTokenHash, id_token_issued_at = :idTokenIssuedAt, "
            + "id_token_expires_at = :idTokenExpiresAt, revoked = :revoked, expires_at = :expiresAt, "
            + "dpop_key = :dpopKey "
            + "where id = :id and version = :version";
    private static final String SELECT = "select id, version, " + COLUMNS + " from oauth2_authorization where ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RegisteredClientRepository clients;
    private final ApplicationEventPublisher told;
    private final LaunchContext launches;

    JdbcAuthorizations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            RegisteredClientRepository clients,
            LaunchContext launches,
            ApplicationEventPublisher told) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clients = clients;
        this.launches = launches;
        this.told = told;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Integer version = authorization.getAttribute(AuthorizationMapping.VERSION);
        if (version == null) {
            transaction.executeWithoutResult(status -> begin(authorization));
        } else {
            transaction.executeWithoutResult(status -> change(AuthorizationMapping.row(authorization, version)));
        }
    }

    private void begin(OAuth2Authorization authorization) {
        var row = AuthorizationMapping.row(launches.begin(authorization), 0);
        jdbc.sql(INSERT).paramSource(row).update();
    }

    /** Says whose record an authorization is about that waits for its person's answer. */
    void pick(String stateHash, String person, String patient) {
        jdbc.sql("update oauth2_authorization set patient = ? "
                        + "where state_hash = ? and person = ? and code_hash is null")
                .params(patient, stateHash, person)
                .update();
    }

    /** The row is changed before anything is inserted, so that of two at once the second waits here and finds it changed. */
    private void change(AuthorizationRow row) {
        var former = refreshTokenHash(row);
        if (jdbc.sql(UPDATE).paramSource(row).update() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        if (former != null && !former.equals(row.refreshTokenHash())) {
            rememberReplaced(former, row);
        }
        if (row.revoked()) {
            told.publishEvent(new TokensRevoked());
        }
    }

    /** The refresh token that the state had from which this change was made. */
    private @Nullable String refreshTokenHash(AuthorizationRow row) {
        return jdbc.sql("select refresh_token_hash from oauth2_authorization where id = ? and version = ?")
                .params(row.id(), row.version())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void rememberReplaced(String former, AuthorizationRow row) {
        jdbc.sql("insert into former_refresh_token (token_hash, authorization_id, replaced_at) values (?, ?, ?)")
                .params(former, row.id(), now())
                .update();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        jdbc.sql("delete from oauth2_authorization where id = ?")
                .param(authorization.getId())
                .update();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return find("id = ?", id, null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var digest = Randomness.digest(token);
        for (var column : columns(type)) {
            var found = find(column + " = ?", digest, token);
            if (found != null) {
                return found;
            }
        }
        if (OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            endWhatWasReplacedBy(digest);
        }
        return null;
    }

    private static String[] columns(@Nullable OAuth2TokenType type) {
        return switch (type == null ? "" : type.getValue()) {
            case "state" -> new String[] {"state_hash"};
            case "code" -> new String[] {"code_hash"};
            case "access_token" -> new String[] {"access_token_hash"};
            case "refresh_token" -> new String[] {"refresh_token_hash"};
            case "id_token" -> new String[] {"id_token_hash"};
            case "" -> new String[] {"access_token_hash", "refresh_token_hash", "code_hash", "id_token_hash"};
            default -> new String[] {};
        };
    }

    private @Nullable OAuth2Authorization find(String condition, String value, @Nullable String shown) {
        var row = jdbc.sql(SELECT + condition)
                .param(value)
                .query(AuthorizationRow.class)
                .optional()
                .orElse(null);
        var client = row == null ? null : clients.findById(row.clientId());
        return row == null || client == null ? null : AuthorizationMapping.authorization(row, client, shown);
    }

    /** Which client a refresh token was given to, also one that was replaced since, so that its return is noticed. */
    Optional<String> clientOfRefreshToken(String token) {
        var digest = Randomness.digest(token);
        return jdbc.sql("select client_id from oauth2_authorization where refresh_token_hash = ? "
                        + "union select a.client_id from former_refresh_token f "
                        + "join oauth2_authorization a on a.id = f.authorization_id where f.token_hash = ?")
                .params(digest, digest)
                .query(String.class)
                .optional();
    }

    private void endWhatWasReplacedBy(String digest) {
        var ended = jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where revoked = false and id in (select authorization_id from former_refresh_token "
                        + "where token_hash = ? and replaced_at < ?)")
                .params(digest, now().minus(AT_ONCE))
                .update();
        if (ended > 0) {
            told.publishEvent(new TokensRevoked());
            LOG.warn("A replaced refresh token was shown again: its authorization is revoked.");
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
