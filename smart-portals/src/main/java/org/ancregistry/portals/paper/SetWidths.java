package org.ancregistry.portals.paper;

import com.lowagie.text.pdf.LayoutProcessor;
import org.xhtmlrenderer.extend.FontContext;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.FSFont;

/**
 * Measures words as they are set. The renderer adds up letters one by one, but those of Sinhala and Tamil join or come
 * apart beside each other: what follows would stand too far away, or on top of them.
 */
final class SetWidths extends ITextTextRenderer {

    /** What a computer's fractions add up to is no width. */
    private static final double NOTHING = 0.01;

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        var face = ((ITextFSFont) font).getFontDescription().getFont();
        if (text.isEmpty() || !LayoutProcessor.supportsFont(face)) {
            return super.getWidth(context, font, text);
        }
        var letters = LayoutProcessor.computeGlyphVector(face, font.getSize2D(), text);
        var end = letters.getGlyphPosition(letters.getNumGlyphs()).getX();
        return (int) Math.ceil(end - NOTHING);
    }
}
