package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;

/**
 * One word of a name, or one initial.
 *
 * @param text in Latin capitals, romanised where it was written in Sinhala or Tamil
 * @param skeleton its consonants, see {@link Skeleton}
 * @param key its consonants as coarsely as Tamil script tells them apart
 * @param script in which it was written
 * @param role what the word is, or probably is
 * @param rarity by how much the word is rarer than names usually are: a factor, 1 when nothing is known
 */
record NameWord(String text, String skeleton, String key, UnicodeScript script, Role role, double rarity) {

    private static final int SHORTEST_SKELETON = 2;
    private static final int SHORTEST_SOUND = 4;

    /** What a word is in a name. Which one is the family name is decided only for comparing. */
    enum Role {
        /** The name of the house, as in Hettiarachchige; often one initial, often dropped. */
        HOUSE,
        GIVEN,
        FAMILY,
        /** A single letter, whatever it stands for. */
        INITIAL
    }

    /** One letter. */
    static NameWord initial(char letter) {
        var text = Character.toString(letter);
        return new NameWord(text, text, text, UnicodeScript.LATIN, Role.INITIAL, 1);
    }

    boolean initialOnly() {
        return role == Role.INITIAL;
    }

    /** Whether one of the two is an initial that may stand for the other. */
    boolean standsFor(NameWord other) {
        return (initialOnly() || other.initialOnly())
                && role != Role.FAMILY
                && other.role != Role.FAMILY
                && Initial.same(text, other.text);
    }

    boolean same(NameWord other) {
        if (script == other.script && text.equals(other.text)) {
            return true;
        }
        return oneIsTamil(other) ? alike(key, other.key) : alike(skeleton, other.skeleton) || soundsTheSame(other);
    }

    /** Banumathi and Panumathy, Rajeswary and Rasesvari: consonants that Tamil script does not tell apart, with their vowels. */
    private boolean soundsTheSame(NameWord other) {
        return key.equals(other.key)
                && text.length() >= SHORTEST_SOUND
                && Skeleton.sounds(text).equals(Skeleton.sounds(other.text));
    }

    private static boolean alike(String one, String other) {
        return one.length() >= SHORTEST_SKELETON && one.equals(other);
    }

    boolean near(NameWord other) {
        return oneIsTamil(other) ? Spelling.near(key, other.key) : Spelling.near(text, other.text) || soundsLike(other);
    }

    /** Devaki and Thevaki: letters that one script has and the other has not, doubled ones counted once. */
    private boolean soundsLike(NameWord other) {
        return Spelling.near(Skeleton.sounds(text), Skeleton.sounds(other.text));
    }

    private boolean oneIsTamil(NameWord other) {
        return script != other.script && (script == UnicodeScript.TAMIL || other.script == UnicodeScript.TAMIL);
    }

    /** Whether the initial may stand for this word, whatever the word is. */
    boolean begins(NameWord initial) {
        return initial.initialOnly() && Initial.same(text, initial.text);
    }

    /** The same of the only initial of a name, which in a Tamil woman's is her father's. */
    boolean mayBeFather(NameWord initial) {
        return initial.initialOnly() && Initial.sameOfFather(text, initial.text);
    }

    /** By what the word is counted; of a script that is not romanised, by the word itself. */
    String counted() {
        return skeleton.equals(text) ? text : Skeleton.counted(text);
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "NameWord[" + role + "]";
    }
}
