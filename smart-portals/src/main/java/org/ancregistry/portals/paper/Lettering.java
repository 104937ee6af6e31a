package org.ancregistry.portals.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.text.AttributedString;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * Turns the words of a drawing into outlines. Batik sets letter beside letter, but signs of Sinhala and Tamil join with
 * their letters or change places with them; Java's own drawing knows how.
 */
final class Lettering {

    private static final Map<String, String> FAMILIES =
            Map.of("", "Noto Sans", "si", "Noto Sans Sinhala", "ta", "Noto Sans Tamil");

    /** Outlines know nothing of a screen's pixels. */
    private static final FontRenderContext NO_SCREEN = new FontRenderContext(null, true, true);

    /** What a segment of an outline is called in SVG, and how many numbers it takes, by Java's numbers of segments. */
    private static final String[] SEGMENTS = {"M", "L", "Q", "C", "Z"};

    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private Lettering() {}

    /** In place of each text of a drawing. */
    static void outline(Element drawing) {
        var texts = drawing.getElementsByTagName("text");
        IntStream.range(0, texts.getLength())
                .mapToObj(texts::item)
                .map(Element.class::cast)
                .filter(text -> !text.getTextContent().isBlank())
                .toList()
                .forEach(Lettering::replace);
    }

    private static void replace(Element text) {
        var look = LetterLook.of(text.getAttribute("class"));
        var path = path(text, drawn(set(text.getTextContent().strip(), look), text, look));
        if (look.edged()) {
            text.getParentNode().insertBefore(edge(path), text);
        }
        text.getParentNode().replaceChild(path, text);
    }

    /** All in one line, each run in the font that has its letters. */
    private static TextLayout set(String words, LetterLook look) {
        var line = new AttributedString(words);
        var from = 0;
        for (var run : ScriptRuns.of(words)) {
            var font = new Font(FAMILIES.get(run.style()), look.bold() ? Font.BOLD : Font.PLAIN, 1);
            line.addAttribute(
                    TextAttribute.FONT,
                    font.deriveFont(look.size()),
                    from,
                    from + run.text().length());
            from += run.text().length();
        }
        return new TextLayout(line.getIterator(), NO_SCREEN);
    }

    private static Shape drawn(TextLayout line, Element text, LetterLook look) {
        var x = Double.parseDouble(text.getAttribute("x")) - line.getAdvance() * look.beforeItsPlace();
        return line.getOutline(AffineTransform.getTranslateInstance(x, Double.parseDouble(text.getAttribute("y"))));
    }

    private static Element path(Element text, Shape outline) {
        var path = text.getOwnerDocument().createElement("path");
        path.setAttribute("class", text.getAttribute("class"));
        path.setAttribute("transform", text.getAttribute("transform"));
        path.setAttribute("d", written(outline.getPathIterator(null)));
        return path;
    }

    private static String written(PathIterator outline) {
        var path = new StringBuilder();
        for (var at = new double[6]; !outline.isDone(); outline.next()) {
            var segment = outline.currentSegment(at);
            path.append(SEGMENTS[segment]);
            IntStream.range(0, NUMBERS[segment])
                    .forEach(number -> path.append(String.format(Locale.ROOT, "%.2f ", at[number])));
        }
        return path.toString();
    }

    /** White around the letters, as the pages draw it: they can be read upon other lines. */
    private static Element edge(Element path) {
        var edge = (Element) path.cloneNode(false);
        edge.removeAttribute("class");
        Map.of("fill", "none", "stroke", "#fff", "stroke-width", "3", "stroke-linejoin", "round")
                .forEach(edge::setAttribute);
        return edge;
    }
}
