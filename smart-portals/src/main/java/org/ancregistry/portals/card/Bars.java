package org.ancregistry.portals.card;

import com.google.zxing.common.BitMatrix;

/**
 * The dark parts of a barcode as the {@code d} of one SVG path, one unit a module.
 *
 * @param path made of digits and path letters only
 */
public record Bars(int width, int height, String path) {

    static Bars of(BitMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                var start = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    bar(path, start, y, x - start);
                }
            }
        }
        return new Bars(matrix.getWidth(), matrix.getHeight(), path.toString());
    }

    private static void bar(StringBuilder path, int x, int y, int length) {
        path.append('M').append(x).append(' ').append(y);
        path.append('h').append(length).append("v1h-").append(length).append('z');
    }

    /** The SVG {@code viewBox}. */
    public String viewBox() {
        return "0 0 " + width + " " + height;
    }
}
