package org.ancregistry.domain.identity;

/** A person as one identity provider knows her: the pair that links her to a record, never an e-mail or a name. */
public record Subject(String provider, String sub) {

    public Subject {
        if (provider.isBlank() || sub.isBlank()) {
            throw new IllegalArgumentException("A subject has a provider and a sub.");
        }
    }

    /** Masked: a {@code sub} is in no log. */
    @Override
    public String toString() {
        return "Subject[" + provider + ", …]";
    }
}
