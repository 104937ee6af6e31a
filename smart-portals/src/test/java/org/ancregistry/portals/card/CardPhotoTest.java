package org.ancregistry.portals.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.ancregistry.domain.phn.Phn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos of a card, drawn. */
class CardPhotoTest {

    private static final Phn PHN = Phn.parse("2047KTR9MX5").orElseThrow();
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @ParameterizedTest(name = "{0} px wide, turned by {1} degrees, as {2}")
    @CsvSource({"1280, 0, jpg", "1280, 7, jpg", "1280, 90, png", "4032, 3, jpg", "640, 0, png"})
    void readsTheSquareCode(int width, int degrees, String format) throws IOException {
        assertThat(CardPhoto.read(photo(PhnCard.of(PHN).qr(), width, degrees, format)))
                .contains(PHN);
    }

    @Test
    void readsTheBars() throws IOException {
        assertThat(CardPhoto.read(photo(PhnCard.of(PHN).barcode(), 1280, 0, "png")))
                .contains(PHN);
    }

    @Test
    void readsNothingWhereThereIsNothing() throws IOException {
        var blank = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        assertThat(CardPhoto.read(bytes(blank, "jpg"))).isEmpty();
        assertThat(CardPhoto.read(new ByteArrayInputStream("no picture".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(CardPhoto.read(InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void readsNothingOffAPictureThatIsCutShort() throws IOException {
        var whole = photo(PhnCard.of(PHN).qr(), 1280, 0, "png").readAllBytes();
        for (var length = 1; length < whole.length; length += 97) {
            assertThat(CardPhoto.read(new ByteArrayInputStream(whole, 0, length / 2)))
                    .isEmpty();
        }
    }

    /** A few bytes that say they are a wall of points. */
    @Test
    void unpacksNothingThatNoPhoneTakes() throws IOException {
        var small = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        var png = bytes(small, "png").readAllBytes();
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        assertThat(CardPhoto.read(new ByteArrayInputStream(png))).isEmpty();
    }

    private static InputStream photo(Bars bars, int width, int degrees, String format) throws IOException {
        var photo = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
        var pen = photo.createGraphics();
        pen.setColor(new Color(214, 208, 196));
        pen.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        var scale = Math.min(width * 0.6 / bars.width(), photo.getHeight() * 0.6 / Math.max(bars.height(), 20));
        var place = new AffineTransform();
        place.translate(photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        place.rotate(Math.toRadians(degrees));
        place.scale(scale, bars.height() == 1 ? scale * 20 : scale);
        place.translate(-bars.width() / 2.0, -bars.height() / 2.0);
        pen.transform(place);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, bars.width(), bars.height());
        pen.setColor(Color.BLACK);
        BAR.matcher(bars.path())
                .results()
                .forEach(bar -> pen.fillRect(
                        Integer.parseInt(bar.group(1)),
                        Integer.parseInt(bar.group(2)),
                        Integer.parseInt(bar.group(3)),
                        1));
        pen.dispose();
        return bytes(photo, format);
    }

    private static InputStream bytes(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
