package org.ancregistry.domain.matching;

import org.ancregistry.domain.matching.NameWord.Role;

/** Two words taken for one. */
record NamePair(NameWord given, NameWord recorded, boolean same) {

    boolean hasFamily() {
        return given.role() == Role.FAMILY || recorded.role() == Role.FAMILY;
    }

    boolean bothFamily() {
        return given.role() == Role.FAMILY && recorded.role() == Role.FAMILY;
    }

    boolean bothGiven() {
        return given.role() == Role.GIVEN && recorded.role() == Role.GIVEN;
    }

    /** By how much the word is rarer than most; a word with a slip says no more than that. */
    double rarity() {
        return same ? given.rarity() : 1;
    }

    boolean house() {
        return given.role() == Role.HOUSE && recorded.role() == Role.HOUSE;
    }
}
