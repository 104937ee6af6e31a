package org.ancregistry.portals.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.ancregistry.domain.phn.Phn;

/** Reads the number off a photo of a card, where there is no scanner and no browser that reads codes. Keeps nothing. */
public final class CardPhoto {

    /** A code is read as well from fewer points, and four times as fast. */
    private static final int WIDE_ENOUGH = 1600;

    /** What no phone takes is a trap: a small file can say that it is as large as a wall. */
    private static final long MOST_POINTS = 60_000_000;

    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128));

    private CardPhoto() {}

    /** The number; empty when it is no picture, or none of a card, or too dark or blurred to be read. */
    public static Optional<Phn> read(InputStream photo) {
        try {
            return picture(photo).flatMap(CardPhoto::number);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // The JDK's readers say by any of these that a picture is not what it says it is.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> picture(InputStream photo) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(photo)) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return picture(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<BufferedImage> picture(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_POINTS) {
            return Optional.empty();
        }
        var each = (int) Math.max(1, Math.max(width, height) / WIDE_ENOUGH);
        var sampled = reader.getDefaultReadParam();
        sampled.setSourceSubsampling(each, each, 0, 0);
        return Optional.of(reader.read(0, sampled));
    }

    /** Once as it is and once at half its size, where scratches and noise are smoothed away. */
    private static Optional<Phn> number(BufferedImage picture) {
        return Stream.of(picture, halved(picture))
                .flatMap(CardPhoto::looks)
                .flatMap(look -> text(look).stream())
                .findFirst()
                .flatMap(Phn::parse);
    }

    private static Stream<Binarizer> looks(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var light = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return Stream.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light));
    }

    private static BufferedImage halved(BufferedImage picture) {
        var width = Math.max(1, picture.getWidth() / 2);
        var height = Math.max(1, picture.getHeight() / 2);
        var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return half;
    }

    private static Optional<String> text(Binarizer picture) {
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(picture), HINTS)
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
