package org.ancregistry.portals.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Words of Sinhala and Tamil look on paper as they are drawn where shaping is known to be right: by Java itself. */
class PapersTest {

    private static final Path FOLDER = Path.of("/usr/share/fonts/truetype/noto");
    private static final float SIZE = 60;
    private static final String PAGE = "<html xmlns:th=\"http://www.thymeleaf.org\"><head><style>"
            + "@page{size:A4;margin:20mm} body{font-family:'Noto Sans';font-size:60pt}"
            + ".si{font-family:'Noto Sans Sinhala'} .ta{font-family:'Noto Sans Tamil'}"
            + "svg{display:block;width:60mm;height:30mm}</style></head><body><p th:text=\"${word}\">word</p>"
            + "<svg th:if=\"${drawn}\" viewBox=\"0 0 100 50\"><path class=\"pt-flag\" d=\"M0 0h100v50h-100z\"/></svg>"
            + "</body></html>";

    /** Its letters are 12 of its units high, and five points are one of them: as high as those of the other page. */
    private static final String DRAWING = "<html xmlns:th=\"http://www.thymeleaf.org\"><head><style>"
            + "@page{size:A4;margin:20mm} svg{display:block;width:450pt;height:150pt}</style></head><body>"
            + "<svg viewBox=\"0 0 90 30\"><text th:attr=\"class=${look},x=${at}\" y=\"20\" th:text=\"${word}\">word</text></svg>"
            + "</body></html>";

    private final Papers papers = new Papers(engine(), Fonts.in(FOLDER));

    @ParameterizedTest
    @CsvSource({
        "ශ්‍රී, Sinhala",
        "මවගේ, Sinhala",
        "වෛද්‍ය, Sinhala",
        "ප්‍රතිඵල, Sinhala",
        "தொலைபேசி, Tamil",
        "கௌரவம், Tamil",
        "Perera, ''"
    })
    void setsAWordAsItIsWritten(String word, String script) throws IOException, FontFormatException {
        assertThat(likeness(printed(word), drawn(word, script))).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"ශ්‍රී, Sinhala", "ප්‍රතිඵල, Sinhala", "வெளியே, Tamil", "தொலைபேசி, Tamil", "Perera, ''"})
    void goesOnInAnotherScriptWhereAWordEnds(String word, String script) throws IOException, FontFormatException {
        var before = set(word, script);
        var after = set("H", "");
        var expected = before.getAdvance()
                - before.getBounds().getMinX()
                + after.getBounds().getMaxX();
        assertThat((double) printed(word + "H").getWidth()).isCloseTo(expected, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({
        "ඉහළයි, Sinhala",
        "දරුණු, Sinhala",
        "රක්තහීනතාව, Sinhala",
        "கடும், Tamil",
        "இரத்தசோகை, Tamil",
        "mmHg, ''"
    })
    void setsTheWordsOfADrawingAsTheyAreWritten(String word, String script) throws IOException, FontFormatException {
        assertThat(likeness(inADrawing(word, "", "5"), drawn(word, script))).isGreaterThan(0.82);
    }

    @Test
    void setsAWordOfADrawingAtItsPlaceAndAsLargeAsItIsThere() throws IOException, FontFormatException {
        var width = set("ඉහළයි", "Sinhala").getBounds().getWidth();
        var small = inADrawing("ඉහළයි", "rule-label end", "85");
        assertThat((double) small.getWidth()).isCloseTo(width * 11 / 12, within(3.0));
        assertThat(rightOf("ඉහළයි", "rule-label end", "85")).isCloseTo(margin() + 85 * 5, within(4));
        assertThat(rightOf("ඉහළයි", "tick mid", "45")).isCloseTo((int) (margin() + 45 * 5 + width / 2), within(8));
    }

    @Test
    void wouldNoticeLettersThatStandInTheOrderInWhichTheyAreTyped() throws IOException, FontFormatException {
        assertThat(likeness(printed("தொலைபேசி"), drawn("தொ\u200cலை\u200cபே\u200cசி".replace("ொ", "\u200cா"), "Tamil")))
                .isLessThan(0.7);
        assertThat(likeness(printed("ශ්‍රී"), drawn("ශ\u0DCA\u200cරී", "Sinhala")))
                .isLessThan(0.7);
    }

    @Test
    void drawsWhatIsDrawn() throws IOException {
        var file = papers.print(PAGE, Locale.ENGLISH, Map.of("word", "Chart", "drawn", true));
        try (var document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Chart");
            var page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            var red = 0;
            for (var x = 0; x < page.getWidth(); x++) {
                for (var y = 0; y < page.getHeight(); y++) {
                    var colour = new Color(page.getRGB(x, y));
                    red += colour.getRed() > 120 && colour.getGreen() < 90 ? 1 : 0;
                }
            }
            assertThat(red).as("the frame of the drawing").isGreaterThan(150);
        }
    }

    @Test
    void leavesOutWhatNoPaperCanShow() throws IOException {
        var file = papers.print(PAGE, Locale.ENGLISH, Map.of("word", "Per\u0001er\uFFFFa", "drawn", false));
        try (var document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Perera");
        }
    }

    @Test
    void offersNothingWithoutItsFonts() {
        assertThat(papers.offered()).isTrue();
        assertThat(new Papers(engine(), Fonts.in(Path.of("nowhere"))).offered()).isFalse();
    }

    private static ITemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return engine;
    }

    private BufferedImage printed(String word) throws IOException {
        var file = papers.print(PAGE, Locale.ENGLISH, Map.of("word", word, "drawn", false));
        try (var document = Loader.loadPDF(file)) {
            return trimmed(new PDFRenderer(document).renderImageWithDPI(0, 72));
        }
    }

    private BufferedImage inADrawing(String word, String look, String at) throws IOException {
        return trimmed(pageWithADrawing(word, look, at));
    }

    /** Where its last letter ends on the page. */
    private int rightOf(String word, String look, String at) throws IOException {
        var page = pageWithADrawing(word, look, at);
        return IntStream.range(0, page.getWidth())
                .filter(x -> IntStream.range(0, page.getHeight()).anyMatch(y -> isInk(page, x, y)))
                .max()
                .orElseThrow();
    }

    private static int margin() {
        return Math.round(20 / 25.4f * 72);
    }

    private BufferedImage pageWithADrawing(String word, String look, String at) throws IOException {
        var file = papers.print(DRAWING, Locale.ENGLISH, Map.of("word", word, "look", look, "at", at));
        try (var document = Loader.loadPDF(file)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    private static BufferedImage drawn(String word, String script) throws IOException, FontFormatException {
        var layout = set(word, script);
        var image = new BufferedImage(700, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        layout.draw(pen, 40, 120);
        pen.dispose();
        return trimmed(image);
    }

    private static TextLayout set(String word, String script) throws IOException, FontFormatException {
        var file = FOLDER.resolve("NotoSans" + script + "-Regular.ttf").toFile();
        var font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SIZE);
        return new TextLayout(word, font, new FontRenderContext(null, true, true));
    }

    /** How much of the ink of either picture is ink in both, laid over each other as well as a pixel allows. */
    private static double likeness(BufferedImage one, BufferedImage other) {
        var best = 0.0;
        for (var right = -1; right <= 1; right++) {
            for (var down = -1; down <= 1; down++) {
                best = Math.max(best, likeness(one, other, right, down));
            }
        }
        return best;
    }

    private static double likeness(BufferedImage one, BufferedImage other, int right, int down) {
        var both = 0;
        var either = 0;
        for (var x = -1; x <= Math.max(one.getWidth(), other.getWidth()); x++) {
            for (var y = -1; y <= Math.max(one.getHeight(), other.getHeight()); y++) {
                var first = isInk(one, x, y);
                var second = isInk(other, x + right, y + down);
                both += first && second ? 1 : 0;
                either += first || second ? 1 : 0;
            }
        }
        return (double) both / either;
    }

    private static boolean isInk(BufferedImage image, int x, int y) {
        return x >= 0
                && y >= 0
                && x < image.getWidth()
                && y < image.getHeight()
                && new Color(image.getRGB(x, y)).getGreen() < 140;
    }

    private static BufferedImage trimmed(BufferedImage image) {
        var left = image.getWidth();
        var right = 0;
        var top = image.getHeight();
        var bottom = 0;
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                if (isInk(image, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return image.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }
}
