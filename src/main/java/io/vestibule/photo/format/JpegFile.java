package io.vestibule.photo.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JPEG (ITU-T T.81, annex B): baseline, extended and progressive, 8 bits. Parsed marker by marker until its scans
/// contain the whole picture; what follows, such as a trailer of the camera's maker, is ignored, and the end
/// marker may be missing. Whether every row of the last scan is there, the decoder reports.
///
/// Repairs what viewers repair: missing standard Huffman tables (frames saved from cameras), a height that only
/// follows the first scan, and headers that state the colour space differently.
final class JpegFile {

    /// Cameras and encoders write about ten; each costs a pass over the whole picture.
    private static final int MAX_SCANS = 64;

    private static final int MAX_PROFILE = 4_000_000;

    /// Version 1.1, one pixel by one pixel, no thumbnail.
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /// Says that the components are red, green and blue.
    private static final byte[] ADOBE_RGB = {
        (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private static final int COEFFICIENTS = 64;
    private static final int FRAME_SEQUENTIAL = 0xC1;

    private final Bytes in;
    private final boolean endRequired;
    private final ByteArrayOutputStream kept;
    private final SortedMap<Integer, boolean[]> missing = new TreeMap<>();
    private byte[] jfif = {};
    private byte[] adobe = {};
    private boolean progressive;
    private boolean huffman;
    private boolean rgb;
    private int heightAt;
    private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
    private final ByteArrayOutputStream profileSegments = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private int scans;
    private int orientation = 1;

    private JpegFile(byte[] file, boolean endRequired) {
        this.in = new Bytes(file, true);
        this.endRequired = endRequired;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        return open(file, false);
    }

    private static PictureFile open(byte[] file, boolean endRequired) throws DamagedFileException {
        JpegFile jpeg = new JpegFile(file, endRequired);
        jpeg.walk();
        return new PictureFile(
                PictureFormat.JPEG, jpeg.width, jpeg.height, jpeg.orientation, jpeg.profile(), jpeg.rebuilt());
    }

    /// Rejects a JPEG embedded in another file that is larger than the space declared for it there.
    static void requireWithin(byte[] jpeg, int maxWidth, int maxHeight) throws DamagedFileException {
        PictureFile file = open(jpeg, true);
        if (file.width() > maxWidth || file.height() > maxHeight) {
            throw new DamagedFileException("A part of " + file.width() + " x " + file.height());
        }
    }

    private void walk() throws DamagedFileException {
        int at = 2;
        while (!isWhole()) {
            at = nextMarker(at);
            int marker = in.u8(at + 1);
            if (marker == 0xD9) {
                if (scans == 0 || height == 0) {
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
        if (marker == 0xDC && length >= 4) {
            defineHeight(in.u16(at + 4));
            return;
        }
        huffman |= marker == 0xC4;
        boolean application = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
        if (application) {
            application(marker, at, length);
            return;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(marker, at);
        }
        if (marker == 0xDA) {
            scan(at, length);
        }
        keep(at, 2 + length);
    }

    private void scan(int at, int length) throws DamagedFileException {
        if (++scans > MAX_SCANS) {
            throw new DamagedFileException("More than " + MAX_SCANS + " scans");
        }
        if (scans == 1 && !huffman && !progressive) {
            kept.writeBytes(HuffmanTables.segment());
        }
        int count = in.u8(at + 4);
        if (length < 6 + 2 * count) {
            throw new DamagedFileException("A scan header of " + length + " bytes");
        }
        int first = progressive ? in.u8(at + 5 + 2L * count) : 0;
        int last = progressive ? in.u8(at + 6 + 2L * count) : COEFFICIENTS - 1;
        boolean exact = !progressive || (in.u8(at + 7 + 2L * count) & 0xF) == 0;
        for (int i = 0; i < count && exact; i++) {
            boolean[] open = missing.get(in.u8(at + 5 + 2L * i));
            if (open != null && first <= last && last < COEFFICIENTS) {
                Arrays.fill(open, first, last + 1, false);
            }
        }
    }

    /// Whether the scans so far contain all of the picture in full precision.
    private boolean isWhole() {
        if (scans == 0 || height == 0 || endRequired || components == 4) {
            return false; // the decoder of CMYK does not report missing rows
        }
        for (boolean[] component : missing.values()) {
            for (boolean open : component) {
                if (open) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The number of lines, which a writer that did not know it before states after the first scan.
    private void defineHeight(int lines) throws DamagedFileException {
        if (height == 0 && scans == 1) {
            height = lines;
        } else if (lines != height) {
            throw new DamagedFileException("Two heights");
        }
    }

    /// The whole file, with headers that leave no doubt about the colour space.
    private byte[] rebuilt() {
        byte[] body = kept.toByteArray();
        if (heightAt > 0) {
            body[heightAt] = (byte) (height >> 8);
            body[heightAt + 1] = (byte) height;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream(body.length + 64);
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        if (components != 3) {
            file.writeBytes(jfif);
            file.writeBytes(adobe);
        } else if (rgb) {
            file.writeBytes(ADOBE_RGB);
        } else {
            file.writeBytes(jfif.length > 0 ? jfif : JFIF);
        }
        file.writeBytes(body);
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return file.toByteArray();
    }

    /// Of all metadata only what affects the colours is kept: JFIF, Adobe's colour transform, and a CMYK profile.
    private void application(int marker, int at, int length) throws DamagedFileException {
        if (marker == 0xE0 && in.has(at + 4, "JFIF\0") && length >= 16) {
            jfif = withoutThumbnail(at);
        } else if (marker == 0xEE && in.has(at + 4, "Adobe") && length >= 14) {
            adobe = Arrays.copyOfRange(in.file, at, at + 2 + length);
        } else if (marker == 0xE1 && in.has(at + 4, "Exif\0") && orientation == 1 && length > 8) {
            orientation = TiffDirectory.orientation(Arrays.copyOfRange(in.file, at + 10, at + 2 + length));
        } else if (marker == 0xE2 && in.has(at + 4, "ICC_PROFILE\0") && length > 16) {
            byte[] part = Arrays.copyOfRange(in.file, at + 18, at + 2 + length);
            profileParts.putIfAbsent(in.u8(at + 16), part);
            profileSegments.write(in.file, at, 2 + length);
        }
    }

    /// The header without the thumbnail that may follow it.
    private byte[] withoutThumbnail(int at) {
        byte[] header = JFIF.clone();
        System.arraycopy(in.file, at + 4, header, 4, 12);
        return header;
    }

    private void frame(int marker, int at) throws DamagedFileException {
        if (marker > 0xC2 || in.u8(at + 4) != 8 || components != 0) {
            throw new DamagedFileException("A kind of JPEG that is not read");
        }
        height = in.u16(at + 5);
        width = in.u16(at + 7);
        components = in.u8(at + 9);
        progressive = marker > FRAME_SEQUENTIAL;
        heightAt = height == 0 ? kept.size() + 5 : 0;
        var ids = new StringBuilder();
        for (int i = 0; i < components; i++) {
            int id = in.u8(at + 10 + 3L * i);
            ids.append((char) id);
            boolean[] open = new boolean[COEFFICIENTS];
            Arrays.fill(open, true);
            missing.put(id, open);
        }
        // As libjpeg decides, and with it every browser: JFIF first, then Adobe's transform, then the names.
        rgb = jfif.length == 0
                && (adobe.length > 0 ? adobe[15] == 0 : ids.toString().equals("RGB"));
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
        if (endRequired || components == 4) {
            throw new DamagedFileException("No end marker");
        }
        return file.length;
    }

    private void keep(int at, int count) {
        kept.write(in.file, at, count);
    }
}
