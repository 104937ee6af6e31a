package org.ancregistry.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.ancregistry.server.worklist.Fact.Kind;
import org.jspecify.annotations.Nullable;

/** How a fact stands in its table: what is planned is of one kind there, and whether it was booked or missed stands beside it. */
final class FactRows {

    private FactRows() {}

    /** Source, patient, kind, state, opens, closes, said_at and noted. */
    static Object[] row(String source, String patient, Fact fact, OffsetDateTime noted) {
        var state = state(fact);
        return new @Nullable Object[] {
            source,
            patient,
            code(state == null ? fact.kind() : Kind.PLANNED),
            state,
            fact.opens(),
            fact.closes(),
            fact.said().atOffset(ZoneOffset.UTC),
            noted
        };
    }

    /** Reads the state as the kind, where there is one. */
    static Fact fact(ResultSet row) throws SQLException {
        var said = row.getObject("said_at", OffsetDateTime.class);
        return new Fact(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                said == null ? Instant.EPOCH : said.toInstant());
    }

    private static @Nullable String state(Fact fact) {
        return fact.kind() == Kind.BOOKED || fact.kind() == Kind.MISSED ? code(fact.kind()) : null;
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
