package org.ancregistry.domain.matching;

/** What a single letter of a name may stand for: clerks abbreviate one name with different letters. */
final class Initial {

    private Initial() {}

    /**
     * Whether two first letters may be one: Wickramasinghe is abbreviated V. by one clerk and W. by another, Chandrika C.
     * and never K.
     */
    static boolean same(String one, String other) {
        var first = plain(one);
        var second = plain(other);
        return first == second || mayBe(first, second) || mayBe(second, first);
    }

    private static boolean mayBe(char one, char other) {
        return switch (one) {
            case 'I' -> other == 'E' || other == 'Y';
            // The letter C alone may stand for Chandrika as for Cooray.
            case 'C' -> other == 'c' || other == 'K';
            // Tamil has one letter for both: Dharshini and Tharshini.
            case 'D' -> other == 'T';
            default -> false;
        };
    }

    /**
     * Whether two first letters may be one in the name of a Tamil woman's father: Ganeshan is Kanesan, Balasingam
     * Palasingam, Chinniah Sinniah and Jogarajah Yogarajah. Sinhala names are not written so, and G. and K. are the most
     * frequent initials there.
     */
    static boolean sameOfFather(String one, String other) {
        return same(one, other)
                || ofFather(one) == ofFather(other)
                || jOrY(plain(one), plain(other))
                || jOrY(plain(other), plain(one));
    }

    private static boolean jOrY(char one, char other) {
        return one == 'J' && other == 'Y';
    }

    /** One letter for all that Tamil script does not tell apart. */
    static char ofFather(String word) {
        var letter = plain(word);
        return switch (letter) {
            case 'G' -> 'K';
            case 'B' -> 'P';
            case 'D' -> 'T';
            case 'C', 'c' -> 'S';
            case 'E', 'Y' -> 'I';
            default -> letter;
        };
    }

    /** A name's first letter, those that are written for one another made one; a small c for the sound of ch. */
    private static char plain(String word) {
        return switch (word.charAt(0)) {
            case 'C' -> word.length() == 1 ? 'C' : word.charAt(1) == 'H' ? 'c' : 'K';
            case 'Q' -> 'K';
            case 'W' -> 'V';
            case 'Z' -> 'S';
            case 'F' -> 'P';
            case 'O' -> 'U';
            default -> word.charAt(0);
        };
    }
}
