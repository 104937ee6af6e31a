package org.ancregistry.domain.person;

import org.jspecify.annotations.Nullable;

/**
 * One name, exactly as its source gave it. It is never split or rewritten: given and family parts are there only when
 * the source gave them apart.
 *
 * @param text the whole name
 * @param language BCP 47 tag of the language or script it is written in, where the source said so
 * @param given given names as one text, only when given apart
 * @param family family name, only when given apart
 */
public record PersonName(
        String text,
        @Nullable String language,
        @Nullable String given,
        @Nullable String family) {

    public PersonName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A name is not blank.");
        }
    }

    public static PersonName of(String text) {
        return new PersonName(text, null, null, null);
    }

    public static PersonName of(String text, String language) {
        return new PersonName(text, language, null, null);
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "PersonName[" + text.length() + " characters]";
    }
}
