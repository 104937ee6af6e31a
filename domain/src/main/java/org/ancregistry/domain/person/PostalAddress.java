package org.ancregistry.domain.person;

import org.jspecify.annotations.Nullable;

/** Where somebody lives, in the parts that eSignet's {@code address} claim gives. Every part may be missing. */
public record PostalAddress(
        @Nullable String text,
        @Nullable String street,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {

    /** Masked: where somebody lives is in no log. */
    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
