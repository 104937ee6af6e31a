package org.ancregistry.portals.esignet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Identity systems name languages by ISO 639-2 ({@code sin}); FHIR and web pages by BCP 47 ({@code si}). */
final class Languages {

    private static final Map<String, String> BY_THREE_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(
                    two -> Locale.forLanguageTag(two).getISO3Language(), two -> two, (first, second) -> first));

    private Languages() {}

    /** The BCP 47 tag; absent for the empty text and for what is no language tag. */
    static @Nullable String tag(String sent) {
        var tag = BY_THREE_LETTERS.getOrDefault(
                sent, Locale.forLanguageTag(sent.replace('_', '-')).toLanguageTag());
        return tag.equals("und") ? null : tag;
    }
}
