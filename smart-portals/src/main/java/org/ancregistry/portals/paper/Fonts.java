package org.ancregistry.portals.paper;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.LayoutProcessor;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xhtmlrenderer.pdf.ITextRenderer;

/**
 * The fonts of a PDF file, one for each script.
 *
 * @param files all of them; empty when one is missing
 */
record Fonts(List<Path> files) {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

    private static final List<String> NAMES = Stream.of("NotoSans", "NotoSansSinhala", "NotoSansTamil")
            .flatMap(family -> Stream.of(family + "-Regular.ttf", family + "-Bold.ttf"))
            .toList();

    /** Looks for them in a folder. */
    static Fonts in(Path folder) {
        var missing = NAMES.stream()
                .filter(name -> !Files.isReadable(folder.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            LOG.info("No PDF files are offered: {} has no {}.", folder, missing);
            return new Fonts(List.of());
        }
        var files = NAMES.stream().map(folder::resolve).toList();
        files.forEach(Fonts::makeKnown);
        // Letters of Sinhala and Tamil change their shape and order beside each other; without it they are set wrongly.
        LayoutProcessor.enable();
        return new Fonts(files);
    }

    /** To Java's own drawing, with which charts are drawn. */
    private static void makeKnown(Path file) {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .registerFont(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is no font.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean complete() {
        return !files.isEmpty();
    }

    void giveTo(ITextRenderer renderer) {
        files.forEach(file -> add(renderer, file));
    }

    private static void add(ITextRenderer renderer, Path file) {
        try {
            renderer.getFontResolver().addFont(file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
