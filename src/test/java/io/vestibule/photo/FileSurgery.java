package io.vestibule.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Inserts valid or hostile parts into picture files.
final class FileSurgery {

    private FileSurgery() {}

    /// A TIFF-shaped EXIF block with one entry, the orientation, and a GPS directory with a recognisable location.
    static byte[] exif(int orientation, boolean bigEndian) {
        Numbers out = new Numbers(bigEndian);
        out.ascii(bigEndian ? "MM" : "II").u16(42).u32(8);
        out.u16(2);
        out.u16(0x0112).u16(3).u32(1).u16(orientation).u16(0);
        out.u16(0x8825).u16(4).u32(1).u32(38);
        out.u32(0);
        out.u16(1);
        out.u16(0x001B).u16(7).u32(12).u32(56);
        out.u32(0);
        out.ascii("SECRET-PLACE");
        return out.bytes();
    }

    static byte[] jpegWithSegment(byte[] jpeg, int marker, byte[] content) {
        Numbers out = new Numbers(true);
        out.raw(Arrays.copyOf(jpeg, 2));
        out.u16(0xFF00 | marker).u16(content.length + 2).raw(content);
        return out.raw(Arrays.copyOfRange(jpeg, 2, jpeg.length)).bytes();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return jpegWithSegment(jpeg, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif));
    }

    /// Inserts the chunk after the header.
    static byte[] pngWithChunk(byte[] png, String type, byte[] content) {
        return join(Arrays.copyOf(png, 33), pngChunk(type, content), Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] pngChunk(String type, byte[] content) {
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return new Numbers(true)
                .u32(content.length)
                .raw(named)
                .u32(sum.getValue())
                .bytes();
    }

    static byte[] png(long width, long height, int depth, int colourType, byte[]... chunks) {
        byte[] header = new Numbers(true)
                .u32(width)
                .u32(height)
                .raw(new byte[] {(byte) depth, (byte) colourType, 0, 0, 0})
                .bytes();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return join(signature, pngChunk("IHDR", header), join(chunks), pngChunk("IEND", new byte[0]));
    }

    /// Converts a simple WebP to an extended one with the chunk.
    static byte[] webpWithChunk(byte[] simple, int width, int height, String type, byte[] content) {
        Numbers canvas = new Numbers(false).u32(0x0C).u24(width - 1).u24(height - 1);
        byte[] body = join(
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                riff("VP8X", canvas.bytes()),
                Arrays.copyOfRange(simple, 12, simple.length),
                riff(type, content));
        return riff("RIFF", body);
    }

    static byte[] riff(String type, byte[] content) {
        return new Numbers(false)
                .ascii(type)
                .u32(content.length)
                .raw(content)
                .raw(new byte[content.length & 1])
                .bytes();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// Writes numbers in a byte order.
    static final class Numbers {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final boolean bigEndian;

        Numbers(boolean bigEndian) {
            this.bigEndian = bigEndian;
        }

        Numbers u16(int value) {
            return number(value, 2);
        }

        Numbers u24(int value) {
            return number(value, 3);
        }

        Numbers u32(long value) {
            return number(value, 4);
        }

        Numbers ascii(String text) {
            return raw(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Numbers raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private Numbers number(long value, int bytes) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (value >>> (8 * (bigEndian ? bytes - 1 - i : i))));
            }
            return this;
        }
    }

    /// The last scan of a progressive JPEG, repeated before it for a bit that is not the last one: each copy
    /// costs a pass
    /// over the whole picture, and few bytes.
    static byte[] jpegWithRepeatedScan(byte[] jpeg, int times) {
        int scan = 0;
        for (int at = 0; at + 1 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xDA) {
                scan = at;
            }
        }
        byte[] repeated = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        int bits = 1 + ((repeated[2] & 0xFF) << 8 | (repeated[3] & 0xFF));
        repeated[bits] = 0x21;
        byte[][] parts = new byte[times + 2][];
        Arrays.fill(parts, repeated);
        parts[0] = Arrays.copyOf(jpeg, scan);
        parts[times + 1] = Arrays.copyOfRange(jpeg, scan, jpeg.length);
        return join(parts);
    }
}
