package org.ancregistry.portals.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Words in another language than the page's: what is read aloud to a woman is in hers. Templates know it as {@code spoken}. */
public final class Spoken {

    private final MessageSource messages;

    Spoken(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The words that stand behind a key.
     *
     * @param language {@code si}, {@code ta} or {@code en}
     */
    public String in(String language, String key) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }
}
