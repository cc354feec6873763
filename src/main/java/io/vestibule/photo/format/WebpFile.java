package io.vestibule.photo.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// WebP (RFC 9649): lossy, lossless, with transparency, and the first frame of an animation. The decoder gets one
/// frame in a new container; the size is the frame's own, not what the outer container declares.
final class WebpFile {

    private static final int MAX_PROFILE = 4_000_000;
    private static final int ALPHA_FLAG = 0x10;

    private final Bytes in;
    private int orientation = 1;
    private byte @Nullable [] profile;
    private byte @Nullable [] alpha;
    private byte @Nullable [] frame;
    private boolean lossless;

    private WebpFile(byte[] file) {
        this.in = new Bytes(file, false);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        WebpFile webp = new WebpFile(file);
        long end = Math.min(8 + webp.in.u32(4), webp.in.length());
        webp.walk(12, end);
        return webp.picture();
    }

    private void walk(long from, long end) throws DamagedFileException {
        for (long at = from; at + 8 <= end; ) {
            long size = in.u32(at + 4);
            if (size > end - at - 8 && frame != null) {
                return; // metadata that is cut off
            }
            if (size > end - at - 8) {
                throw new DamagedFileException("A chunk beyond the end");
            }
            chunk(in.requireRange(at, 8 + size), (int) size);
            at += 8 + size + (size & 1);
        }
    }

    private void chunk(int at, int size) throws DamagedFileException {
        if (in.has(at, "ICCP") && size <= MAX_PROFILE) {
            profile = data(at, size);
        } else if (in.has(at, "EXIF")) {
            orientation = TiffDirectory.orientation(data(at, size));
        } else if (frame != null) {
            return;
        } else if (in.has(at, "ALPH")) {
            alpha = data(at, size);
        } else if (in.has(at, "VP8 ") || in.has(at, "VP8L")) {
            lossless = in.has(at, "VP8L");
            frame = data(at, size);
        } else if (in.has(at, "ANMF") && size > 16) {
            walk(at + 24L, at + 8L + size);
        }
    }

    private byte[] data(int at, int size) {
        return Arrays.copyOfRange(in.file, at + 8, at + 8 + size);
    }

    private PictureFile picture() throws DamagedFileException {
        if (frame == null) {
            throw new DamagedFileException("No frame");
        }
        Bytes header = new Bytes(frame, false);
        int width;
        int height;
        if (lossless) {
            long sizes = header.u32(1);
            width = (int) (sizes & 0x3FFF) + 1;
            height = (int) (sizes >> 14 & 0x3FFF) + 1;
        } else {
            if ((header.u8(0) & 1) != 0 || !header.has(3, "\u009D\u0001*")) {
                throw new DamagedFileException("Not a key frame");
            }
            width = header.u16(6) & 0x3FFF;
            height = header.u16(8) & 0x3FFF;
        }
        return new PictureFile(
                PictureFormat.WEBP, width, height, orientation, profile, container(frame, width, height));
    }

    private byte[] container(byte[] data, int width, int height) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(data.length + 64);
        byte[] transparency = lossless ? null : alpha;
        if (transparency != null) {
            byte[] canvas = {ALPHA_FLAG, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            putNumber(canvas, 4, width - 1, 3);
            putNumber(canvas, 7, height - 1, 3);
            writeChunk(chunks, "VP8X", canvas);
            writeChunk(chunks, "ALPH", transparency);
        }
        writeChunk(chunks, lossless ? "VP8L" : "VP8 ", data);
        byte[] head = "RIFF....WEBP".getBytes(StandardCharsets.ISO_8859_1);
        putNumber(head, 4, 4 + chunks.size(), 4);
        ByteArrayOutputStream file = new ByteArrayOutputStream(chunks.size() + head.length);
        file.writeBytes(head);
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] size = new byte[4];
        putNumber(size, 0, data.length, 4);
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(size);
        out.writeBytes(data);
        if ((data.length & 1) != 0) {
            out.write(0);
        }
    }

    private static void putNumber(byte[] to, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
