package org.ancregistry.domain.matching;

/**
 * One word of a name.
 *
 * @param text in capitals
 * @param skeleton its consonants, see {@link Skeleton}
 * @param role what the word is, or probably is
 */
record NameWord(String text, String skeleton, Role role) {

    private static final int SHORTEST_SKELETON = 2;

    /** What a word is in a name. The last word is taken for the family name only while comparing. */
    enum Role {
        /** The name of the house, as in Hettiarachchige; often one initial, often dropped. */
        HOUSE,
        GIVEN,
        FAMILY
    }

    boolean same(NameWord other) {
        return text.equals(other.text) || (skeleton.length() >= SHORTEST_SKELETON && skeleton.equals(other.skeleton));
    }

    boolean near(NameWord other) {
        return Spelling.near(text, other.text);
    }

    char initial() {
        return Skeleton.initial(text);
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "NameWord[" + role + "]";
    }
}
