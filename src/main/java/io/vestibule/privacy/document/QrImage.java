package io.vestibule.privacy.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.openpdf.text.Element;
import org.openpdf.text.Image;

/// A QR code as a picture of one byte a pixel.
final class QrImage {

    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final int QUIET_ZONE = 4;
    private static final int SCALE = 8;

    private QrImage() {}

    /// @throws IOException if the content does not fit into a QR code
    static Image of(String content, int millimetres) throws IOException {
        BitMatrix modules;
        try {
            modules = modules(content, QUIET_ZONE);
        } catch (WriterException e) {
            throw new IOException("The text is too long for a QR code", e);
        }
        var image = Image.getInstance(side(modules), side(modules), 1, 8, pixels(modules));
        image.scaleAbsolute(millimetres * POINTS_PER_MILLIMETRE, millimetres * POINTS_PER_MILLIMETRE);
        image.setAlignment(Element.ALIGN_CENTER);
        return image;
    }

    /// @param margin modules of white around the code
    static BitMatrix modules(String content, int margin) throws WriterException {
        return new QRCodeWriter()
                .encode(
                        content,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(
                                EncodeHintType.CHARACTER_SET,
                                "UTF-8",
                                EncodeHintType.ERROR_CORRECTION,
                                ErrorCorrectionLevel.M,
                                EncodeHintType.MARGIN,
                                margin));
    }

    private static int side(BitMatrix modules) {
        return modules.getWidth() * SCALE;
    }

    /// One byte a pixel, white or black.
    private static byte[] pixels(BitMatrix modules) {
        int side = side(modules);
        var bytes = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                bytes[y * side + x] = (byte) (modules.get(x / SCALE, y / SCALE) ? 0 : 255);
            }
        }
        return bytes;
    }
}
