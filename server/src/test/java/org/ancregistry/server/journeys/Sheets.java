package org.ancregistry.server.journeys;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** A page as the browser prints it: the words of each sheet. */
final class Sheets {

    private Sheets() {}

    static List<String> of(Page page) {
        try (var printed = new PdfReader(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            var text = new PdfTextExtractor(printed);
            return IntStream.rangeClosed(1, printed.getNumberOfPages())
                    .mapToObj(sheet -> words(text, sheet))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("What was printed cannot be read.", e);
        }
    }

    private static String words(PdfTextExtractor text, int sheet) {
        try {
            return text.getTextFromPage(sheet).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException("Sheet " + sheet + " cannot be read.", e);
        }
    }
}
