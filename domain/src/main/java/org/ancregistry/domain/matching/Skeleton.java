package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The consonants of a romanised Sinhala, Tamil or Muslim name, with letters that are written for one another made one:
 * Wickremasinghe and Vikramasinha, Fathima and Pathima. Made for comparing, never shown.
 */
final class Skeleton {

    private static final List<Map.Entry<Pattern, String>> RULES = List.of(
            rule("SIN(?:GH?[AE]?|HA?E?)$", "SNG"),
            rule("^GN|^KN", "N"),
            rule("TCH|CCH|CH", "J"),
            rule("SCH|SH", "S"),
            rule("TH", "T"),
            rule("DH", "D"),
            rule("PH|F", "P"),
            rule("BH", "B"),
            rule("X", "KS"),
            rule("GH", "G"),
            rule("CK|C|Q|KH", "K"),
            rule("W", "V"),
            rule("Z", "S"),
            rule("^[EIY]", "I"),
            rule("^[OU]", "U"),
            rule("(.)\\1+", "$1"),
            rule("(?<=.)[AEIOUYH]", ""));

    private Skeleton() {}

    private static Map.Entry<Pattern, String> rule(String letters, String replacement) {
        return Map.entry(Pattern.compile(letters), replacement);
    }

    /** The skeleton of one word in Latin capitals. */
    static String of(String word) {
        var skeleton = word;
        for (var rule : RULES) {
            skeleton = rule.getKey().matcher(skeleton).replaceAll(rule.getValue());
        }
        return skeleton;
    }

    /** The letter as which a name's first letter is written most plainly. */
    static char initial(String word) {
        return switch (word.charAt(0)) {
            case 'C', 'Q' -> 'K';
            case 'W' -> 'V';
            case 'Z' -> 'S';
            case 'F' -> 'P';
            case 'E', 'Y' -> 'I';
            case 'O' -> 'U';
            default -> word.charAt(0);
        };
    }
}
