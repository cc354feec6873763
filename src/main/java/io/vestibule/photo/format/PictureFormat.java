package io.vestibule.photo.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The format of a file, detected by its first bytes. The file name is never used.
public enum PictureFormat {
    JPEG,
    PNG,
    WEBP,
    BMP,
    GIF,
    TIFF,
    // The following are detected so that the rejection can give advice.
    /// HEIC and HEIF.
    HEIC,
    AVIF,
    JPEG_XL,
    JPEG_2000;

    /// Number of bytes at the start of a file that decide.
    public static final int HEADER_BYTES = 1024;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    public static Optional<PictureFormat> of(byte[] file) {
        if (Bytes.has(file, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (Bytes.has(file, 0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (Bytes.has(file, 0, "RIFF") && Bytes.has(file, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (Bytes.has(file, 0, "GIF87a") || Bytes.has(file, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (Bytes.has(file, 0, "II*\0") || Bytes.has(file, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (isBmp(file)) {
            return Optional.of(BMP);
        }
        if (Bytes.has(file, 0, "\u00FF\n") || Bytes.has(file, 0, "\0\0\0\u000CJXL \r\n\u0087\n")) {
            return Optional.of(JPEG_XL);
        }
        if (Bytes.has(file, 0, "\u00FFO\u00FFQ") || Bytes.has(file, 0, "\0\0\0\u000CjP  \r\n\u0087\n")) {
            return Optional.of(JPEG_2000);
        }
        if (hasBrand(file, AVIF_BRANDS)) {
            return Optional.of(AVIF);
        }
        return hasBrand(file, HEIC_BRANDS) ? Optional.of(HEIC) : Optional.empty();
    }

    /// Many texts begin with "BM" too, so the two reserved numbers, which most writers set to zero, or the
    /// length of the
    /// second header are checked as well.
    private static boolean isBmp(byte[] file) {
        boolean header = file.length > 17 && Bytes.has(file, 15, "\0\0\0") && BMP_HEADERS.contains(file[14] & 0xFF);
        return Bytes.has(file, 0, "BM") && (header || Bytes.has(file, 6, "\0\0\0\0"));
    }

    /// Whether it is an ISO base media file (ISO/IEC 14496-12) with one of these brands.
    private static boolean hasBrand(byte[] file, Set<String> brands) {
        if (!Bytes.has(file, 4, "ftyp")) {
            return false;
        }
        int boxLength = (file[0] & 0xFF) << 24 | (file[1] & 0xFF) << 16 | (file[2] & 0xFF) << 8 | (file[3] & 0xFF);
        int end = Math.min(Math.clamp(boxLength, 12, HEADER_BYTES), file.length);
        for (int at = 8; at + 4 <= end; at += 4) {
            boolean minorVersion = at == 12;
            if (!minorVersion && brands.contains(new String(file, at, 4, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }
}
