package org.ancregistry.portals.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.ancregistry.domain.phn.Phn;

/**
 * What the card says to a machine. Both codes hold the bare number and nothing else, so that a lost card tells nothing.
 *
 * @param phn the number
 * @param qr for a phone's camera, with room for a quarter of it to be damaged
 * @param barcode Code 128, for a scanner that types
 */
public record PhnCard(Phn phn, Bars qr, Bars barcode) {

    private static final int QUIET_QR = 4;
    private static final int QUIET_128 = 10;

    public static PhnCard of(Phn phn) {
        var qr = encode(
                phn,
                BarcodeFormat.QR_CODE,
                Map.of(EncodeHintType.MARGIN, QUIET_QR, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q));
        var barcode = encode(phn, BarcodeFormat.CODE_128, Map.of(EncodeHintType.MARGIN, 2 * QUIET_128));
        return new PhnCard(phn, Bars.of(qr), Bars.of(barcode));
    }

    private static BitMatrix encode(Phn phn, BarcodeFormat format, Map<EncodeHintType, ?> hints) {
        try {
            return new MultiFormatWriter()
                    .encode(phn.value(), format, 0, format == BarcodeFormat.QR_CODE ? 0 : 1, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("A PHN fits into any barcode.", e);
        }
    }
}
