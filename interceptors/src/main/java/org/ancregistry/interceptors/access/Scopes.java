package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;

/**
 * What the token's SMART scopes allow, in the letters of version 2 ({@code cruds}); those of version 1 are read as the
 * specification translates them.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2</a>
 */
record Scopes(List<Scope> granted) {

    /** A scope with a condition behind a question mark does not fit, and so grants nothing yet. */
    private static final Pattern SHAPE =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]*)\\.(read|write|\\*|c?r?u?d?s?)");

    static Scopes of(Role role, Set<String> words) {
        return new Scopes(words.stream().flatMap(word -> parse(role, word)).toList());
    }

    boolean allow(String type, Letter letter) {
        return granted.stream().anyMatch(scope -> scope.covers(type) && scope.letters.indexOf(letter.sign) >= 0);
    }

    private static Stream<Scope> parse(Role role, String word) {
        var shape = SHAPE.matcher(word);
        if (!shape.matches() || !isFor(role, shape.group(1))) {
            return Stream.empty();
        }
        return Stream.of(new Scope(shape.group(2), letters(shape.group(3))));
    }

    private static boolean isFor(Role role, String context) {
        return switch (context) {
            case "system" -> role == Role.SYSTEM;
            case "patient" -> role == Role.MOTHER;
            default -> role != Role.SYSTEM;
        };
    }

    private static String letters(String access) {
        return switch (access) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> access;
        };
    }

    /** One interaction, as SMART writes it. */
    enum Letter {
        CREATE('c'),
        READ('r'),
        UPDATE('u'),
        SEARCH('s');

        private final char sign;

        Letter(char sign) {
            this.sign = sign;
        }
    }

    record Scope(String type, String letters) {

        boolean covers(String wanted) {
            return type.equals("*") || type.equals(wanted);
        }
    }
}
