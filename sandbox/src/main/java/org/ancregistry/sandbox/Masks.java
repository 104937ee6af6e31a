package org.ancregistry.sandbox;

import org.jspecify.annotations.Nullable;

/** Shows just enough of an address that its owner knows where to look for her code. */
final class Masks {

    private static final int LAST_DIGITS = 5;
    private static final int EACH_THIRD = 3;

    private Masks() {}

    /** Each third letter before the at sign, as the mock ID system does: {@code XX9XX0XX3XX6X@example.org}. */
    static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        var at = email.indexOf('@');
        var masked = new StringBuilder(email);
        for (var i = 0; i < at; i++) {
            if ((i + 1) % EACH_THIRD != 0) {
                masked.setCharAt(i, 'X');
            }
        }
        return masked.toString();
    }

    /** The last five digits. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var hidden = Math.max(0, phone.length() - LAST_DIGITS);
        return "X".repeat(hidden) + phone.substring(hidden);
    }
}
