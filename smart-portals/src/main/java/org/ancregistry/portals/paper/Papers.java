package org.ancregistry.portals.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Document;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes PDF files of templates. The files are made for one reader and kept nowhere. */
public final class Papers {

    /** Characters that no XML document can hold (XML 1.0, section 2.2); they come in by copying and mean nothing. */
    private static final Pattern NOT_OF_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final ITemplateEngine templates;
    private final Fonts fonts;

    Papers(ITemplateEngine templates, Fonts fonts) {
        this.templates = templates;
        this.fonts = fonts;
    }

    /** Whether this installation has the fonts for it. */
    public boolean offered() {
        return fonts.complete();
    }

    /**
     * A template as a file.
     *
     * @param template well-formed as XML, and without links
     * @param content by the names that the template knows
     */
    public byte[] print(String template, Locale locale, Map<String, Object> content) {
        var page = parsed(templates.process(template, new Context(locale, content)));
        ScriptRuns.in(page);
        var renderer = renderer();
        renderer.setDocument(page, null);
        renderer.layout();
        var file = new ByteArrayOutputStream();
        renderer.createPDF(file);
        return file.toByteArray();
    }

    private ITextRenderer renderer() {
        var device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        var renderer = new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT,
                ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                device,
                new ITextUserAgent(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL),
                new ITextFontResolver(),
                new DrawnElements(device),
                new SetWidths());
        fonts.giveTo(renderer);
        return renderer;
    }

    private static Document parsed(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(
                            new StringReader(NOT_OF_XML.matcher(page).replaceAll(""))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A template of a PDF file is not well-formed.", e);
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory cannot be read.", e);
        }
    }
}
