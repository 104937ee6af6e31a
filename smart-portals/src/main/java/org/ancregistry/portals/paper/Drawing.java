package org.ancregistry.portals.paper;

import com.lowagie.text.pdf.PdfTemplate;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.DocumentLoader;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.GraphicsNode;
import org.w3c.dom.Element;

/**
 * A drawing of ours, to be drawn on a page: lines stay lines, and letters become outlines.
 *
 * @param width of its own coordinates
 * @param height of its own coordinates
 */
record Drawing(GraphicsNode node, double width, double height) {

    /** The look that the style sheet of the pages gives to a chart, without what Batik does not know. */
    static final String STYLE = "text{font-family:'Noto Sans','Noto Sans Sinhala','Noto Sans Tamil';font-size:12px}"
            + ".grid{stroke:#dfe4e2;stroke-width:1} .tick,.rule-label{fill:#484949;font-size:11.5px}"
            + ".end{text-anchor:end} .mid{text-anchor:middle}"
            + ".rule{stroke:#8a5200;stroke-width:1.2;stroke-dasharray:5 3} .rule-label{fill:#6e4100;font-size:11px}"
            + ".today{stroke:#00496f;stroke-width:1;stroke-dasharray:2 3}"
            + ".band.ok{fill:#d9eee1} .band.amber{fill:#fff0d0} .band.red{fill:#fbdcd8}"
            + ".expected{fill:none;stroke:#0b6b3a;stroke-width:2.5}"
            + ".line{fill:none;stroke-width:2} .sys{stroke:#0b3d6e} .dia{stroke:#4b2e83;stroke-dasharray:6 3}"
            + ".pt{fill:#0b3d6e;stroke:none} .pt.hollow{fill:#fff;stroke:#4b2e83;stroke-width:2;stroke-dasharray:none}"
            + ".pt-flag{fill:#fff;stroke:#a61b1b;stroke-width:2.5} .val{font-weight:700;fill:#0b0c0c;font-size:13px}";

    private static final String SVG = "http://www.w3.org/2000/svg";

    static Drawing of(Element svg) {
        var box = box(svg);
        try {
            var document = new SAXSVGDocumentFactory(null).createSVGDocument(SVG, new StringReader(text(svg)));
            var agent = new UserAgentAdapter();
            var context = new BridgeContext(agent, new DocumentLoader(agent));
            return new Drawing(new GVTBuilder().build(context, document), box.get(2), box.get(3));
        } catch (IOException e) {
            throw new UncheckedIOException("A drawing of ours cannot be read.", e);
        }
    }

    private static List<Double> box(Element svg) {
        return Pattern.compile("\\s+")
                .splitAsStream(svg.getAttribute("viewBox").strip())
                .map(Double::valueOf)
                .toList();
    }

    /** In its name space, as large as its coordinates, and with its look. */
    private static String text(Element original) {
        var svg = (Element) original.cloneNode(true);
        Lettering.outline(svg);
        var box = box(svg);
        var text = serialised(svg);
        var open = text.indexOf('>');
        var head = text.substring(0, open).replace(" xmlns=\"" + SVG + "\"", "");
        return head + " xmlns=\"" + SVG + "\" width=\"" + box.get(2) + "\" height=\"" + box.get(3) + "\"><style>"
                + STYLE + "</style>" + text.substring(open + 1);
    }

    private static String serialised(Element svg) {
        var text = new StringWriter();
        try {
            var writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(svg), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("A part of a page cannot be written as XML.", e);
        }
        return text.toString();
    }

    void on(PdfTemplate template) {
        var pen = template.createGraphicsShapes(template.getWidth(), template.getHeight());
        pen.transform(AffineTransform.getScaleInstance(template.getWidth() / width, template.getHeight() / height));
        pen.clip(new Rectangle2D.Double(0, 0, width, height));
        node.paint(pen);
        pen.dispose();
    }
}
