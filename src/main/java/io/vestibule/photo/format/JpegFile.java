package io.vestibule.photo.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JPEG (ITU-T T.81, annex B): baseline, extended and progressive, 8 bits. Parsed marker by marker to its
/// end-of-image marker, which distinguishes a truncated file from a complete one.
final class JpegFile {

    /// Cameras and encoders write about ten; each costs a pass over the whole picture.
    private static final int MAX_SCANS = 64;

    private static final int MAX_PROFILE = 4_000_000;

    private final Bytes in;
    private final ByteArrayOutputStream kept;
    private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
    private final ByteArrayOutputStream profileSegments = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private int scans;
    private int orientation = 1;

    private JpegFile(byte[] file) {
        this.in = new Bytes(file, true);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        JpegFile jpeg = new JpegFile(file);
        jpeg.walk();
        return new PictureFile(
                PictureFormat.JPEG, jpeg.width, jpeg.height, jpeg.orientation, jpeg.profile(), jpeg.kept.toByteArray());
    }

    /// Rejects a JPEG embedded in another file that is larger than the space declared for it there.
    static void requireWithin(byte[] jpeg, int maxWidth, int maxHeight) throws DamagedFileException {
        PictureFile file = open(jpeg);
        if (file.width() > maxWidth || file.height() > maxHeight) {
            throw new DamagedFileException("A part of " + file.width() + " x " + file.height());
        }
    }

    private void walk() throws DamagedFileException {
        keep(0, 2);
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = in.u8(at + 1);
            if (marker == 0xD9) {
                keep(at, 2);
                if (scans == 0) {
                    throw new DamagedFileException("No picture before the end marker");
                }
                return;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += 2;
                continue;
            }
            int length = in.u16(at + 2);
            in.requireRange(at + 2, Math.max(2, length));
            if (length < 2) {
                throw new DamagedFileException("A segment of " + length + " bytes");
            }
            segment(marker, at, length);
            at += 2 + length;
            if (marker == 0xDA) {
                int end = endOfScan(at);
                keep(at, end - at);
                at = end;
            }
        }
    }

    private void segment(int marker, int at, int length) throws DamagedFileException {
        boolean application = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
        if (application) {
            application(marker, at, length);
            return;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(marker, at);
        }
        if (marker == 0xDA && ++scans > MAX_SCANS) {
            throw new DamagedFileException("More than " + MAX_SCANS + " scans");
        }
        keep(at, 2 + length);
    }

    /// Of all metadata only what affects the colours is kept: JFIF, Adobe's colour transform, and a CMYK profile.
    private void application(int marker, int at, int length) throws DamagedFileException {
        boolean jfif = marker == 0xE0 && in.has(at + 4, "JFIF\0") && length >= 16;
        boolean adobe = marker == 0xEE && in.has(at + 4, "Adobe") && length >= 14;
        if (jfif) {
            keepJfif(at);
        } else if (adobe) {
            keep(at, 2 + length);
        } else if (marker == 0xE1 && in.has(at + 4, "Exif\0") && orientation == 1 && length > 8) {
            orientation = TiffDirectory.orientation(Arrays.copyOfRange(in.file, at + 10, at + 2 + length));
        } else if (marker == 0xE2 && in.has(at + 4, "ICC_PROFILE\0") && length > 16) {
            byte[] part = Arrays.copyOfRange(in.file, at + 18, at + 2 + length);
            profileParts.putIfAbsent(in.u8(at + 16), part);
            profileSegments.write(in.file, at, 2 + length);
        }
    }

    /// The header without the thumbnail that may follow it.
    private void keepJfif(int at) {
        keep(at, 2);
        kept.write(0);
        kept.write(16);
        keep(at + 4, 12);
        kept.write(0);
        kept.write(0);
    }

    private void frame(int marker, int at) throws DamagedFileException {
        if (marker > 0xC2 || in.u8(at + 4) != 8 || components != 0) {
            throw new DamagedFileException("A kind of JPEG that is not read");
        }
        height = in.u16(at + 5);
        width = in.u16(at + 7);
        components = in.u8(at + 9);
        if (components == 4) {
            kept.writeBytes(profileSegments.toByteArray()); // the decoder converts CMYK to RGB with it
        }
    }

    private byte @Nullable [] profile() {
        if (components != 3 || profileParts.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profileParts.values().forEach(profile::writeBytes);
        return profile.size() > MAX_PROFILE ? null : profile.toByteArray();
    }

    /// Position of the next 0xFF that is followed by a marker; decoders skip stray bytes here too.
    private int nextMarker(int from) throws DamagedFileException {
        int at = from;
        while (in.u8(at) != 0xFF || in.u8(at + 1) == 0xFF || in.u8(at + 1) == 0) {
            at++;
        }
        return at;
    }

    /// Compressed data runs to the next marker that is neither a restart nor a stuffed zero.
    private int endOfScan(int from) throws DamagedFileException {
        byte[] file = in.file;
        for (int at = from; at + 1 < file.length; at++) {
            if (file[at] == (byte) 0xFF) {
                int next = file[at + 1] & 0xFF;
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return at;
                }
            }
        }
        throw new DamagedFileException("No end marker");
    }

    private void keep(int at, int count) {
        kept.write(in.file, at, count);
    }
}
