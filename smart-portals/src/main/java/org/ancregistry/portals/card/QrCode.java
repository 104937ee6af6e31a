package org.ancregistry.portals.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import java.util.Map;

/** A link as a code that a phone's camera reads off another phone's screen. */
public final class QrCode {

    private static final int QUIET = 4;

    private QrCode() {}

    public static Bars of(String link) {
        try {
            return Bars.of(new MultiFormatWriter()
                    .encode(link, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET)));
        } catch (WriterException e) {
            throw new IllegalStateException("A link of ours fits into a QR code.", e);
        }
    }
}
