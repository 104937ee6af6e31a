package org.ancregistry.operations.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic replies to a midwife: in three parts, or in one text of its own.
 *
 * @param parts by {@link Part}, in the order in which they are read; none is empty
 */
public record Reply(Map<Part, String> parts) {

    /** What a part of a reply says; the code in {@code anc-reply-part}. */
    public enum Part {
        FOUND("found"),
        DONE("done"),
        PLEASE("please"),
        /** Whatever it says. */
        TEXT("text");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Reply {
        parts = new LinkedHashMap<>(parts);
    }

    /** Of these texts; what is absent is no part. */
    public static Reply of(
            @Nullable String found, @Nullable String done, @Nullable String please, @Nullable String text) {
        var parts = new LinkedHashMap<Part, String>();
        put(parts, Part.FOUND, found);
        put(parts, Part.DONE, done);
        put(parts, Part.PLEASE, please);
        put(parts, Part.TEXT, text);
        return new Reply(parts);
    }

    private static void put(Map<Part, String> parts, Part part, @Nullable String text) {
        if (text != null) {
            parts.put(part, text);
        }
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How long it is as a whole, in characters. */
    public int length() {
        return parts.values().stream().collect(Collectors.summingInt(String::length));
    }
}
