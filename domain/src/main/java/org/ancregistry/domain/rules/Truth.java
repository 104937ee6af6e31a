package org.ancregistry.domain.rules;

/** Yes, no, or nobody knows: Kleene's logic, in which what is unknown stays unknown unless it cannot matter. */
enum Truth {
    NO,
    UNKNOWN,
    YES;

    static Truth of(boolean yes) {
        return yes ? YES : NO;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return this == YES ? NO : this == NO ? YES : UNKNOWN;
    }
}
