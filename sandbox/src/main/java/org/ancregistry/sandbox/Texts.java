package org.ancregistry.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.ancregistry.sandbox.http.Resources;

/**
 * What the pages say, in one language.
 *
 * @param language its two letters, for the {@code lang} attribute
 * @param words the texts by key
 */
record Texts(String language, Properties words) {

    private static final Map<String, Texts> ALL =
            List.of("en", "si", "ta").stream().collect(Collectors.toMap(language -> language, Texts::load));

    /** The first of the wished languages that there is, else English. */
    static Texts of(List<String> wished) {
        return wished.stream()
                .map(wish -> wish.replaceFirst("-.*", ""))
                .filter(ALL::containsKey)
                .findFirst()
                .map(Texts::in)
                .orElseGet(() -> in("en"));
    }

    static Texts in(String language) {
        var texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalArgumentException("No texts in " + language);
        }
        return texts;
    }

    private static Texts load(String language) {
        var words = new Properties();
        try {
            words.load(new StringReader(Resources.text(Texts.class, "pages_" + language + ".properties")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Texts(language, words);
    }

    String get(String key) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return text;
    }

    /** The text with one gap <code>{0}</code> filled. */
    String get(String key, String value) {
        return get(key).replace("{0}", value);
    }

    /** What to tell a person about an error code; codes without a text of their own are shown as they are. */
    String error(String code) {
        var own = words.getProperty("error." + code);
        return own == null ? get("error.other", code) : own;
    }
}
