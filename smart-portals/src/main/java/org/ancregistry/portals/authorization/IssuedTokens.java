package org.ancregistry.portals.authorization;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the access tokens that we gave out. */
public final class IssuedTokens {

    private static final String SEPARATOR = ".";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher told;

    IssuedTokens(JdbcClient jdbc, ApplicationEventPublisher told) {
        this.jdbc = jdbc;
        this.told = told;
    }

    static String tokenId(String authorization, String random) {
        return authorization + SEPARATOR + random;
    }

    /**
     * Whether an access token must not be believed any more although it has not ended.
     *
     * @param tokenId its {@code jti}: the authorization's id, a full stop and a random part, or random as a whole for a
     *     program that acts for itself
     */
    public boolean revoked(String tokenId) {
        var authorization = tokenId.substring(0, Math.max(tokenId.indexOf(SEPARATOR), 0));
        return jdbc.sql("select count(*) from oauth2_authorization "
                                + "where (id = ? or access_token_id = ?) and revoked = true")
                        .params(authorization, tokenId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes back an access token with every other token of the same authorization. */
    public void revoke(String accessToken) {
        jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where access_token_hash = ? and revoked = false")
                .param(Randomness.digest(accessToken))
                .update();
        told.publishEvent(new TokensRevoked());
    }

    /** Takes back what a person gave to apps for as long as she is signed in ({@code online_access}). */
    public void revokeOnlineOf(String person) {
        jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where person = ? and revoked = false and scopes like '%online_access%'")
                .param(person)
                .update();
        told.publishEvent(new TokensRevoked());
    }

    /** Takes back every token that an app holds, when it is no longer registered. */
    public void revokeAllOfApp(String clientId) {
        jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where client_id = ? and revoked = false")
                .param(clientId)
                .update();
        told.publishEvent(new TokensRevoked());
    }

    /** Takes back every token that a person holds, when she must not act any more. */
    public void revokeAllOf(String person) {
        jdbc.sql("update oauth2_authorization set revoked = true, version = version + 1 "
                        + "where person = ? and revoked = false")
                .param(person)
                .update();
        told.publishEvent(new TokensRevoked());
    }

    /** Forgets authorizations whose every token has ended. */
    void forgetEnded() {
        jdbc.sql("delete from oauth2_authorization where expires_at < ?")
                .param(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(5))
                .update();
    }
}
