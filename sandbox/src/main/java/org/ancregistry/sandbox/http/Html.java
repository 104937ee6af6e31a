package org.ancregistry.sandbox.http;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup that is safe to show: whatever is filled in is escaped, unless it is such markup itself.
 *
 * @param markup the finished text
 */
public record Html(String markup) {

    private static final String GAP = "{}";

    /** Fills the gaps <code>{}</code> of a template in order. */
    public static Html of(String template, Object... values) {
        var filled = new StringBuilder();
        var rest = template;
        for (var value : values) {
            var gap = rest.indexOf(GAP);
            if (gap < 0) {
                throw new IllegalArgumentException("More values than gaps");
            }
            filled.append(rest, 0, gap).append(value instanceof Html html ? html.markup : escape(value.toString()));
            rest = rest.substring(gap + GAP.length());
        }
        if (rest.contains(GAP)) {
            throw new IllegalArgumentException("More gaps than values");
        }
        return new Html(filled.append(rest).toString());
    }

    public static Html none() {
        return new Html("");
    }

    public static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
