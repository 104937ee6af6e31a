package org.ancregistry.portals.admin;

import java.text.Normalizer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what was typed into one shape without taking anything from it that could belong to a name. */
final class Typed {

    private Typed() {}

    /** On one line, composed, without spaces around it. Joiners stay: they belong to Sinhala words. */
    static String line(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed.replaceAll("\\s+", " ").strip(), Normalizer.Form.NFC);
    }

    /** The id that our page gave out; a new one where a client of its own sends none of ours. */
    static String requestId(@Nullable String sent) {
        return sent != null && sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? sent
                : UUID.randomUUID().toString();
    }
}
