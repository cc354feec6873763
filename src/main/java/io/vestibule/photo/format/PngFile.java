package io.vestibule.photo.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// PNG (W3C Portable Network Graphics, third edition). Chunks are parsed up to IEND and their checksums verified;
/// text chunks, of which a few bytes can inflate to gigabytes, never reach the decoder.
final class PngFile {

    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int TRNS = 0x74524E53;
    private static final int EXIF = 0x65584966;
    private static final int ICCP = 0x69434350;

    private static final int MAX_PROFILE = 4_000_000;

    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    private final Bytes in;
    private final ByteArrayOutputStream kept;
    private int orientation = 1;
    private byte @Nullable [] profile;
    private boolean data;

    private PngFile(byte[] file) {
        this.in = new Bytes(file, true);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        PngFile png = new PngFile(file);
        png.walk();
        int width = (int) Math.min(Integer.MAX_VALUE, png.in.u32(16));
        int height = (int) Math.min(Integer.MAX_VALUE, png.in.u32(20));
        boolean coloured = (png.in.u8(25) & 2) != 0;
        return new PictureFile(
                PictureFormat.PNG,
                width,
                height,
                png.orientation,
                coloured ? png.profile : null,
                png.kept.toByteArray());
    }

    private void walk() throws DamagedFileException {
        kept.write(in.file, 0, 8);
        long at = 8;
        for (int type = 0; type != IEND; ) {
            if (data && at + 12 > in.length()) {
                endHere();
                return;
            }
            long length = in.u32(at);
            type = (int) in.u32(at + 4);
            if (data && type != IDAT && type != IEND && length > in.length() - at - 12) {
                endHere();
                return;
            }
            if ((at == 8) != (type == IHDR) || (type == IHDR && length != 13)) {
                throw new DamagedFileException("The header is not where it belongs");
            }
            in.requireRange(at, length + 12);
            chunk(type, (int) at, (int) length);
            at += length + 12;
        }
        if (!data) {
            throw new DamagedFileException("No picture data");
        }
    }

    /// The end chunk is missing, or metadata before it is cut off. Whether all rows are there, the decoder
    /// finds out.
    private void endHere() {
        kept.writeBytes(END);
    }

    private void chunk(int type, int at, int length) throws DamagedFileException {
        switch (type) {
            case IHDR, PLTE, IDAT, IEND, TRNS -> {
                CRC32 sum = new CRC32();
                sum.update(in.file, at + 4, length + 4);
                if (sum.getValue() != in.u32(at + 8L + length)) {
                    throw new DamagedFileException("A checksum does not fit");
                }
                data |= type == IDAT;
                kept.write(in.file, at, length + 12);
            }
            case EXIF -> orientation = TiffDirectory.orientation(part(at, length));
            case ICCP -> profile = inflated(part(at, length));
            default -> {
                // Metadata: dropped.
            }
        }
    }

    private byte[] part(int at, int length) {
        return Arrays.copyOfRange(in.file, at + 8, at + 8 + length);
    }

    /// A name, a zero, the method, then the compressed profile. An unreadable one is treated as missing.
    private static byte @Nullable [] inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return null;
        }
        var packed = new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2);
        try (InflaterInputStream inflater = new InflaterInputStream(packed)) {
            byte[] profile = inflater.readNBytes(MAX_PROFILE + 1);
            return profile.length > MAX_PROFILE ? null : profile;
        } catch (IOException e) {
            return null;
        }
    }
}
