package org.ancregistry.domain.matching;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The consonants of a romanised Sinhala, Tamil or Muslim name, with letters that are written for one another made one:
 * Wickremasinghe and Vikramasinha, Fathima and Pathima. Made for comparing, never shown.
 */
final class Skeleton {

    private static final Pattern SINGHE = Pattern.compile("SIN(?:GH?[AE]?|HA?E?)$");
    /** Groups of three letters for one sound: Letchumi and Ledchumi are Lakshmi. */
    private static final Set<String> THREE = Set.of("TCH", "DCH", "CCH", "SCH", "KSH");

    /** Azhar and Muzhaffar; Thamizharasi is Tamil. */
    private static final Pattern ARABIC = Pattern.compile("ZHA+(?:R(?!A.)|F)");
    /** Tamil lets few consonants stand together: Pradeepa is Piratheepa, and Chandra Santhira. */
    private static final Pattern VOWEL_BETWEEN = Pattern.compile("(?<=[^AEIOU])I(?=R[AEIOU])");

    private static final Pattern ENDS_IN_I = Pattern.compile("(?:[IY]|IE|EE)$");

    private static final String WOMANS = "-I";
    private static final String ASPIRATED = "CSTDPBGKJLMNRV";

    private Skeleton() {}

    /** The skeleton of one word in Latin capitals. */
    static String of(String word) {
        return withoutVowels(letters(singhe(word)));
    }

    /**
     * A skeleton in which letters are one that Tamil script does not tell apart: k, g and h, t and d, p and b, ch, j and s.
     * Records are looked for by it, whatever script their names are in.
     */
    static String coarse(String word) {
        return merged(withoutVowels(hardened(word)));
    }

    /**
     * The word with its vowels, letters made one as in {@link #coarse}: Devaki and Thevaki, Rajeswary and Rasesvari,
     * Subramaniam and Suppiramaniyam, Selvarajah and Selvarasa.
     */
    static String sounds(String word) {
        var vowels = merged(hardened(word)).replace('Y', 'I').replace("II", "I");
        var heard = vowels.endsWith("H") ? vowels.substring(0, vowels.length() - 1) : vowels;
        return VOWEL_BETWEEN.matcher(heard).replaceAll("");
    }

    /** The skeleton with the vowel at the end that tells a woman's name from a man's: Kumari from Kumar, for counting. */
    static String counted(String word) {
        return ENDS_IN_I.matcher(word).find() ? of(word) + WOMANS : of(word);
    }

    /** The skeleton of what is counted. */
    static String ofCounted(String counted) {
        return counted.endsWith(WOMANS) ? counted.substring(0, counted.length() - WOMANS.length()) : counted;
    }

    private static String hardened(String word) {
        var sounds = letters(singhe(word));
        var hardened = new StringBuilder(sounds.length());
        for (var i = 0; i < sounds.length(); i++) {
            var between =
                    i > 0 && i + 1 < sounds.length() && vowel(sounds.charAt(i - 1)) && vowel(sounds.charAt(i + 1));
            hardened.append(sounds.charAt(i) == 'H' && between ? 'K' : sounds.charAt(i));
        }
        return hardened.toString();
    }

    private static String merged(String sounds) {
        return sounds.replace('G', 'K').replace('D', 'T').replace('B', 'P').replace('J', 'S');
    }

    private static String singhe(String word) {
        return word.contains("SIN") ? SINGHE.matcher(word).replaceAll("SNG") : word;
    }

    private static boolean vowel(char letter) {
        return "AEIOUY".indexOf(letter) >= 0;
    }

    /** Each group of letters as the one letter that stands for its sound, doubled ones once. */
    private static String letters(String word) {
        var sounds = new StringBuilder(word.length());
        var i = word.startsWith("GN") || word.startsWith("KN") ? 1 : 0;
        while (i < word.length()) {
            var taken = lengthAt(word, i);
            var sound = sound(word, i, taken);
            for (var k = 0; k < sound.length(); k++) {
                if (sounds.isEmpty() || sounds.charAt(sounds.length() - 1) != sound.charAt(k)) {
                    sounds.append(sound.charAt(k));
                }
            }
            i += taken;
        }
        return sounds.toString();
    }

    private static int lengthAt(String word, int i) {
        if (i + 2 < word.length() && THREE.contains(word.substring(i, i + 3))) {
            return 3;
        }
        if (word.startsWith("KS", i) || tamilL(word, i)) {
            return 2;
        }
        var next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        var aspirated = next == 'H' && ASPIRATED.indexOf(word.charAt(i)) >= 0;
        return aspirated || (word.charAt(i) == 'C' && next == 'K') ? 2 : 1;
    }

    private static String sound(String word, int i, int length) {
        return switch (word.charAt(i)) {
            case 'T' -> length == 3 ? "J" : "T";
            case 'D' -> length == 3 ? "J" : "D";
            case 'C' -> length > 1 && word.charAt(i + length - 1) == 'H' ? "J" : "K";
            case 'Q' -> "K";
            case 'F' -> "P";
            case 'W' -> diphthong(word, i) ? "U" : "V";
            case 'Z' -> length > 1 ? "L" : "S";
            case 'K' -> length > 1 && word.charAt(i + 1) == 'S' ? "J" : "K";
            case 'X' -> "J";
            default -> word.substring(i, i + 1);
        };
    }

    /** A letter that Tamil has and English has not: Yazhini is Yalini, and Anbazhagan Anpalagan. Azhar is no such word. */
    private static boolean tamilL(String word, int i) {
        return word.startsWith("ZH", i) && !ARABIC.matcher(word.substring(i)).lookingAt();
    }

    /** A w that is half of a vowel: Gowry is Gouri, and Kowsalya is Kausalya. */
    private static boolean diphthong(String word, int i) {
        return i > 0 && "AO".indexOf(word.charAt(i - 1)) >= 0 && (i + 1 == word.length() || !vowel(word.charAt(i + 1)));
    }

    private static String withoutVowels(String letters) {
        var skeleton = new StringBuilder(letters.length());
        for (var i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            if (i == 0) {
                skeleton.append(firstLetter(letter));
            } else if ("AEIOUYH".indexOf(letter) < 0) {
                skeleton.append(letter);
            }
        }
        return skeleton.toString();
    }

    private static char firstLetter(char letter) {
        return switch (letter) {
            case 'E', 'Y' -> 'I';
            case 'O' -> 'U';
            default -> letter;
        };
    }
}
