package org.ancregistry.server.matching;

import java.util.List;
import java.util.SplittableRandom;

/** Spells a word as another clerk would, or with a slip of the pen. */
final class Misspelling {

    /** Letters that stand for one another where Sinhala, Tamil and Arabic names are written in Latin ones. */
    private static final List<String[]> VARIANTS = List.of(
            new String[] {"th", "t"},
            new String[] {"sh", "s"},
            new String[] {"dh", "d"},
            new String[] {"w", "v"},
            new String[] {"v", "w"},
            new String[] {"ee", "i"},
            new String[] {"i", "ee"},
            new String[] {"a", "aa"},
            new String[] {"u", "oo"},
            new String[] {"k", "c"},
            new String[] {"singhe", "sinha"},
            new String[] {"singhe", "singha"},
            new String[] {"nayake", "nayaka"},
            new String[] {"ratne", "rathna"},
            new String[] {"sekara", "sekera"},
            new String[] {"ph", "f"},
            new String[] {"f", "ph"},
            new String[] {"z", "s"},
            new String[] {"j", "ch"},
            new String[] {"aj", "ach"},
            new String[] {"l", "ll"},
            new String[] {"n", "nn"},
            new String[] {"m", "mm"},
            new String[] {"y", "i"},
            new String[] {"ksh", "x"},
            new String[] {"e", "ea"},
            new String[] {"Mohamed", "Mohammed"},
            new String[] {"Mohamed", "Muhammadu"},
            new String[] {"h", ""},
            new String[] {"d", "th"});

    private Misspelling() {}

    /** Another accepted spelling. */
    static String variant(String word, SplittableRandom chance) {
        for (var attempt = 0; attempt < 12; attempt++) {
            var change = VARIANTS.get(chance.nextInt(VARIANTS.size()));
            var at = word.indexOf(change[0], change[0].length() > 2 ? 0 : 1);
            if (at >= 0) {
                return word.substring(0, at) + change[1] + word.substring(at + change[0].length());
            }
        }
        return word;
    }

    /** A letter more, less, another or swapped with the next, but never the first. */
    static String slip(String word, SplittableRandom chance) {
        if (word.length() < 4) {
            return word;
        }
        var at = chance.nextInt(1, word.length() - 1);
        var letter = (char) ('a' + chance.nextInt(26));
        return switch (chance.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    /** One digit mistaken, or two swapped. */
    static String slipOfDigits(String digits, SplittableRandom chance) {
        var at = chance.nextInt(2, digits.length() - 1);
        return chance.nextBoolean()
                ? digits.substring(0, at) + chance.nextInt(10) + digits.substring(at + 1)
                : digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);
    }
}
