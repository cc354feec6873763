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
    /// HEIC, HEIF and AVIF: detected so that the rejection can give advice.
    HEIC;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif", "avis");

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
        return isHeic(file) ? Optional.of(HEIC) : Optional.empty();
    }

    /// Many texts begin with "BM" too, so the two reserved numbers, which every writer sets to zero, are checked as
    /// well.
    private static boolean isBmp(byte[] file) {
        return Bytes.has(file, 0, "BM") && Bytes.has(file, 6, "\0\0\0\0");
    }

    /// An ISO base media file (ISO/IEC 14496-12) one of whose brands is that of a still picture.
    private static boolean isHeic(byte[] file) {
        if (!Bytes.has(file, 4, "ftyp")) {
            return false;
        }
        int boxLength = (file[0] & 0xFF) << 24 | (file[1] & 0xFF) << 16 | (file[2] & 0xFF) << 8 | (file[3] & 0xFF);
        int end = Math.min(Math.clamp(boxLength, 12, 1024), file.length);
        for (int at = 8; at + 4 <= end; at += 4) {
            boolean minorVersion = at == 12;
            if (!minorVersion && HEIC_BRANDS.contains(new String(file, at, 4, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }
}
