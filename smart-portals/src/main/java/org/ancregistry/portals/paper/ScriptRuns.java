package org.ancregistry.portals.paper;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Puts each run of one script into a span of its own: a PDF's font has the letters of one script only. */
final class ScriptRuns {

    private static final Set<String> NOT_TEXT = Set.of("style", "script", "svg", "title");

    private ScriptRuns() {}

    /**
     * A stretch of text in one script.
     *
     * @param style {@code si}, {@code ta}, or empty for everything else
     */
    record Run(String style, String text) {}

    static void in(Document page) {
        spans(page.getDocumentElement());
    }

    private static void spans(Element element) {
        if (NOT_TEXT.contains(element.getNodeName())) {
            return;
        }
        for (var child : children(element)) {
            if (child instanceof Element inner) {
                spans(inner);
            } else if (child instanceof Text text) {
                split(element, text);
            }
        }
    }

    private static List<Node> children(Element element) {
        var children = new ArrayList<Node>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static void split(Element parent, Text text) {
        var runs = of(text.getData());
        if (runs.size() == 1 && runs.get(0).style().isEmpty()) {
            return;
        }
        for (var run : runs) {
            var words = parent.getOwnerDocument().createTextNode(run.text());
            parent.insertBefore(run.style().isEmpty() ? words : span(parent, run.style(), words), text);
        }
        parent.removeChild(text);
    }

    private static Element span(Element parent, String style, Text words) {
        var span = parent.getOwnerDocument().createElement("span");
        span.setAttribute("class", style);
        span.appendChild(words);
        return span;
    }

    /** Joiners, spaces and signs that all scripts share stay with the letters before them. */
    static List<Run> of(String text) {
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        var style = "";
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var letter = text.codePointAt(at);
            var next = style(letter, style);
            if (!next.equals(style) && !run.isEmpty()) {
                runs.add(new Run(style, run.toString()));
                run.setLength(0);
            }
            style = next;
            run.appendCodePoint(letter);
        }
        runs.add(new Run(style, run.toString()));
        return runs;
    }

    private static String style(int letter, String before) {
        var script = UnicodeScript.of(letter);
        if (script == UnicodeScript.SINHALA) {
            return "si";
        } else if (script == UnicodeScript.TAMIL) {
            return "ta";
        }
        // A zero-width joiner belongs to the letters around it; digits and points are drawn in the font of the page.
        return script == UnicodeScript.INHERITED || Character.isWhitespace(letter) ? before : "";
    }
}
