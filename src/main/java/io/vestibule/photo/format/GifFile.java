package io.vestibule.photo.format;

import java.io.ByteArrayOutputStream;

/// GIF (CompuServe GIF89a): only the first frame, without comments and application blocks.
final class GifFile {

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private final Bytes in;
    private final ByteArrayOutputStream kept;

    private GifFile(byte[] file) {
        this.in = new Bytes(file, false);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        return new GifFile(file).firstFrame();
    }

    private PictureFile firstFrame() throws DamagedFileException {
        long at = 13L + colourTable(in.u8(10));
        keep(0, at);
        while (in.u8(at) == EXTENSION) {
            long end = endOfBlocks(at + 2);
            if (in.u8(at + 1) == GRAPHIC_CONTROL) {
                keep(at, end - at);
            }
            at = end;
        }
        if (in.u8(at) != IMAGE) {
            throw new DamagedFileException("No frame");
        }
        int width = in.u16(at + 5);
        int height = in.u16(at + 7);
        long end = endOfBlocks(at + 10 + colourTable(in.u8(at + 9)) + 1);
        keep(at, end - at);
        kept.write(TRAILER);
        return new PictureFile(PictureFormat.GIF, width, height, 1, null, kept.toByteArray());
    }

    /// Size in bytes of the colour table that these flags declare.
    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /// Position after the empty block that ends a sequence of blocks.
    private long endOfBlocks(long from) throws DamagedFileException {
        long at = from;
        while (in.u8(at) != 0) {
            at += 1 + in.u8(at);
        }
        return at + 1;
    }

    private void keep(long at, long count) throws DamagedFileException {
        kept.write(in.file, in.requireRange(at, count), (int) count);
    }
}
