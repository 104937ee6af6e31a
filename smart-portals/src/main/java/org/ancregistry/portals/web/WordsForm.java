package org.ancregistry.portals.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A few words in a box.
 *
 * @param requestId made with the page: sent twice, it is one request
 */
public record WordsForm(
        @Nullable String requestId, @Nullable String text) {

    /** As many letters as the registry takes. */
    public static final int LONGEST = 500;

    public static WordsForm empty() {
        return new WordsForm(RequestId.orNew(null), null);
    }

    public String request() {
        return RequestId.orNew(requestId);
    }

    /** What was written; null when it was nothing. A browser sends a line break as two characters, and it is one. */
    public @Nullable String words() {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    public void check(BindingResult errors) {
        var words = words();
        if (words != null && words.length() > LONGEST) {
            errors.rejectValue("text", "question.text.long");
        }
    }
}
