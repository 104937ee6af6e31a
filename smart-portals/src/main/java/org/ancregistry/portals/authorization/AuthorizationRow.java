package org.ancregistry.portals.authorization;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code oauth2_authorization}, column by column. */
record AuthorizationRow(
        String id,
        int version,
        String clientId,
        String person,
        String grantType,
        String scopes,
        @Nullable String request,
        @Nullable String stateHash,
        @Nullable String codeHash,
        @Nullable OffsetDateTime codeIssuedAt,
        @Nullable OffsetDateTime codeExpiresAt,
        boolean codeUsed,
        @Nullable String accessTokenId,
        @Nullable String accessTokenHash,
        @Nullable OffsetDateTime accessIssuedAt,
        @Nullable OffsetDateTime accessExpiresAt,
        @Nullable String refreshTokenHash,
        @Nullable OffsetDateTime refreshIssuedAt,
        @Nullable OffsetDateTime refreshExpiresAt,
        @Nullable String idTokenHash,
        @Nullable OffsetDateTime idTokenIssuedAt,
        @Nullable OffsetDateTime idTokenExpiresAt,
        boolean revoked,
        OffsetDateTime expiresAt,
        @Nullable String patient,
        @Nullable String encounter,
        @Nullable String dpopKey) {}
