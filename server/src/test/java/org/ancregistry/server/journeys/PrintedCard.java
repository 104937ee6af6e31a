package org.ancregistry.server.journeys;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A card as it is printed: what a scanner reads of it, how large it is, and what of it is cut off. */
record PrintedCard(Page page) {

    /** In tenths of a millimetre. */
    private static final String SIZES = """
            () => [...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect())
              .map(side => Math.round(side.width / 9.6 * 25.4) + ' x ' + Math.round(side.height / 9.6 * 25.4))""";

    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.card *')].filter(part => {
              const side = part.closest('.card').getBoundingClientRect();
              const box = part.getBoundingClientRect();
              return box.bottom > side.bottom + .5 || box.right > side.right + .5;
            }).map(part => part.tagName + ' ' + part.textContent)""";

    private static final String RENAME = """
            name => document.querySelectorAll('.nm, .nm2').forEach(part => {
              part.textContent = name;
              part.classList.add('longer');
            })""";

    static PrintedCard of(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return new PrintedCard(page);
    }

    List<?> sizes() {
        return (List<?>) page.evaluate(SIZES);
    }

    List<?> cutOff() {
        return (List<?>) page.evaluate(CUT_OFF);
    }

    /** As the card of a woman with a long name. */
    PrintedCard named(String name) {
        page.evaluate(RENAME, name);
        return this;
    }

    /** What a scanner of that kind reads. */
    String reads(BarcodeFormat kind) {
        try {
            var hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(kind));
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture())), hints)
                    .getText();
        } catch (NotFoundException nothing) {
            throw new AssertionError("No " + kind + " is on the card.", nothing);
        }
    }

    private LuminanceSource picture() {
        var file = page.locator(".front").screenshot();
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(file));
            var width = picture.getWidth();
            var height = picture.getHeight();
            return new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
