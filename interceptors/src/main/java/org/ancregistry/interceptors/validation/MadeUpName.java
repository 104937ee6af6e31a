package org.ancregistry.interceptors.validation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name that a client made up. It may be anything, a national ID number too, and a refusal must not say that again. */
final class MadeUpName {

    private static final Pattern HARMLESS = Pattern.compile("(?!.*[0-9]{5})[A-Za-z_$][\\w$:-]{0,63}");

    private MadeUpName() {}

    /** The name as it may be repeated. */
    static String told(@Nullable String name) {
        return name != null && HARMLESS.matcher(name).matches() ? name : "…";
    }
}
