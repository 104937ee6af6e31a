package org.ancregistry.domain.matching;

/** How far apart two spellings are. */
final class Spelling {

    private static final int SHORT_WORD = 4;
    private static final int LONG_WORD = 7;

    private Spelling() {}

    /** Whether two texts differ by one slip of the pen: a character more, less, changed or swapped with the next. */
    static boolean oneSlip(String one, String other) {
        return Math.abs(one.length() - other.length()) <= 1 && distance(one, other) == 1;
    }

    /** Whether two texts of one length differ in a single place. */
    static boolean oneCharacterOff(String one, String other) {
        return one.length() == other.length() && distance(one, other) == 1;
    }

    /** Whether two words may be one word with a slip: one slip, two in a long word, none in a short one. */
    static boolean near(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        if (shorter < SHORT_WORD) {
            return false;
        }
        var most = shorter >= LONG_WORD ? 2 : 1;
        return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
    }

    /** The same of two skeletons, in which a letter says more, vowels being gone already. */
    static boolean nearSkeletons(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        return shorter > SHORT_WORD && Math.abs(one.length() - other.length()) <= 1 && distance(one, other) == 1;
    }

    /** Letters to add, drop, change or swap with the next one (optimal string alignment). */
    static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var next = new int[other.length() + 1];
            next[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = row[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(change, Math.min(row[j], next[j - 1]) + 1);
                if (swapped(one, i, other, j)) {
                    next[j] = Math.min(next[j], previous[j - 2] + 1);
                }
            }
            previous = row;
            row = next;
        }
        return row[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
