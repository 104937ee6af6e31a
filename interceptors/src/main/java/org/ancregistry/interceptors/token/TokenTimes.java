package org.ancregistry.interceptors.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Whether a token's times are sane: it has them, has begun, has not ended, and does not live for years. */
record TokenTimes(Clock clock) {

    static final Duration SKEW = Duration.ofSeconds(60);
    /** eSignet gives an hour; ours live ten minutes. */
    static final Duration LONGEST_LIFE = Duration.ofHours(1);

    void check(JWTClaimsSet claims) throws InvalidToken {
        var issued = required(claims.getIssueTime());
        var ends = required(claims.getExpirationTime());
        var now = clock.instant();
        refuse(!now.isBefore(ends.plus(SKEW)), TokenFault.EXPIRED);
        refuse(issued.isAfter(now.plus(SKEW)), TokenFault.NOT_YET_VALID);
        refuse(begins(claims).isAfter(now.plus(SKEW)), TokenFault.NOT_YET_VALID);
        refuse(issued.plus(LONGEST_LIFE).isBefore(ends), TokenFault.LIVES_TOO_LONG);
    }

    private static Instant begins(JWTClaimsSet claims) {
        var from = claims.getNotBeforeTime();
        return from == null ? Instant.MIN : from.toInstant();
    }

    private static Instant required(@Nullable Date time) throws InvalidToken {
        if (time == null) {
            throw new InvalidToken(TokenFault.NO_EXPIRY);
        }
        return time.toInstant();
    }

    private static void refuse(boolean wrong, TokenFault fault) throws InvalidToken {
        if (wrong) {
            throw new InvalidToken(fault);
        }
    }
}
