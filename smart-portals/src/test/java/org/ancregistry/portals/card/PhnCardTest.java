package org.ancregistry.portals.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.ancregistry.domain.phn.Phn;
import org.junit.jupiter.api.Test;

class PhnCardTest {

    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private final PhnCard card = PhnCard.of(new Phn("2047KTR9MX5"));

    @Test
    void saysTheBareNumberToAPhone() throws Exception {
        assertThat(read(card.qr(), 8, 8)).isEqualTo("2047KTR9MX5");
    }

    @Test
    void saysTheBareNumberToAScanner() throws Exception {
        assertThat(read(card.barcode(), 4, 60)).isEqualTo("2047KTR9MX5");
    }

    @Test
    void leavesTheQuietZonesThatReadersNeed() {
        var left = BAR.matcher(card.barcode().path())
                .results()
                .mapToInt(bar -> Integer.parseInt(bar.group(1)))
                .min();

        assertThat(left.orElseThrow()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void drawsWithDigitsAndPathLettersOnly() {
        assertThat(card.qr().path()).matches("[MhvzZ0-9 -]+");
    }

    /** Draws the path and reads it back, as a camera would. */
    private static String read(Bars bars, int scale, int tall) throws Exception {
        var width = bars.width() * scale;
        var height = bars.height() * tall;
        var pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        BAR.matcher(bars.path()).results().forEach(bar -> {
            for (var y = Integer.parseInt(bar.group(2)) * tall; y < (Integer.parseInt(bar.group(2)) + 1) * tall; y++) {
                var from = y * width + Integer.parseInt(bar.group(1)) * scale;
                Arrays.fill(pixels, from, from + Integer.parseInt(bar.group(3)) * scale, 0);
            }
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new MultiFormatReader()
                .decode(picture, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
