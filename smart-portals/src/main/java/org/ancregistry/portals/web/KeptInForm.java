package org.ancregistry.portals.web;

import org.jspecify.annotations.Nullable;

/**
 * What a page was asked with that must stand in no address, so that the page in another language is asked with it again.
 *
 * @param address where the page is posted to
 * @param name of the field
 */
public record KeptInForm(String address, String name, String value) {

    /** Null where nothing was asked with: then the page has an address of its own. */
    public static @Nullable KeptInForm of(String address, String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : new KeptInForm(address, name, value);
    }

    /** Says nothing of what is kept. */
    @Override
    public String toString() {
        return "KeptInForm[" + address + "]";
    }
}
