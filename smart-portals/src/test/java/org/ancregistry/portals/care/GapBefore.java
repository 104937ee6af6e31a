package org.ancregistry.portals.care;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How much room there is on a line of a PDF before a word, in points. */
final class GapBefore extends PDFTextStripper {

    private final List<TextPosition> letters = new ArrayList<>();

    private GapBefore() {}

    /** Before the first place of a word. */
    static float find(String word, PDDocument file) throws IOException {
        var gap = new GapBefore();
        gap.getText(file);
        return gap.before(word);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        letters.add(letter);
    }

    private float before(String word) {
        var first = starts(word);
        return letters.stream()
                .filter(letter -> Math.abs(letter.getYDirAdj() - first.getYDirAdj()) < 3)
                .filter(letter -> letter.getXDirAdj() < first.getXDirAdj())
                .filter(letter -> !letter.getUnicode().isBlank())
                .map(letter -> letter.getXDirAdj() + letter.getWidthDirAdj())
                .max(Comparator.naturalOrder())
                .map(end -> first.getXDirAdj() - end)
                .orElseThrow();
    }

    private TextPosition starts(String word) {
        var all = letters.stream().map(TextPosition::getUnicode).collect(Collectors.toList());
        for (var at = 0; at + word.length() <= all.size(); at++) {
            if (String.join("", all.subList(at, at + word.length())).equals(word)) {
                return letters.get(at);
            }
        }
        throw new AssertionError(word + " is not in the file");
    }
}
