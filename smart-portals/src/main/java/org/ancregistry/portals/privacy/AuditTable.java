package org.ancregistry.portals.privacy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Look;
import org.jspecify.annotations.Nullable;

/** Looks as a table for a spreadsheet: RFC 4180, and no cell that a spreadsheet would run. */
final class AuditTable {

    private static final String END = "\r\n";
    private static final String HEADING =
            "recorded,by,name,role,place,act,purpose,emergency,refused,patient,request" + END;

    private AuditTable() {}

    static String of(List<Look> looks) {
        return looks.stream().map(AuditTable::line).collect(Collectors.joining("", HEADING, ""));
    }

    private static String line(Look look) {
        return Stream.of(
                        look.when().toString(),
                        look.by(),
                        look.name(),
                        look.role(),
                        look.place(),
                        look.act().code(),
                        look.purpose(),
                        String.valueOf(look.emergency()),
                        String.valueOf(look.refused()),
                        look.patient(),
                        look.request())
                .map(AuditTable::cell)
                .collect(Collectors.joining(",", "", END));
    }

    private static String cell(@Nullable String value) {
        var text = Objects.requireNonNullElse(value, "");
        var harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
