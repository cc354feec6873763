package io.vestibule.photo.format;

/// BMP (Windows and OS/2 bitmaps): uncompressed, run-length and bit-field kinds. Pictures that wrap a JPEG or PNG are
/// rejected, since the size of the embedded picture is not checked.
final class BmpFile {

    private static final int OS2_HEADER = 12;
    private static final int COLOUR_SPACE = 14 + 56;
    private static final int[] SRGB = {0x42, 0x47, 0x52, 0x73};

    private BmpFile() {}

    static PictureFile open(byte[] file) throws DamagedFileException {
        Bytes in = new Bytes(file, false);
        long header = in.u32(14);
        boolean os2 = header == OS2_HEADER;
        if (!os2 && header < 40) {
            throw new DamagedFileException("A header of " + header + " bytes");
        }
        in.requireRange(14, header);
        long width = os2 ? in.u16(18) : (int) in.u32(18);
        long height = Math.abs((long) (os2 ? in.u16(20) : (int) in.u32(22)));
        int depth = in.u16(os2 ? 24 : 28);
        long compression = os2 ? 0 : in.u32(30);
        if (width < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || compression > 3) {
            throw new DamagedFileException("A kind of BMP that is not read");
        }
        if (compression == 0 || compression == 3) {
            long row = (width * depth + 7) / 8;
            long stride = (row + 3) / 4 * 4;
            in.requireRange(in.u32(10), stride * Math.max(0, height - 1) + row);
        }
        return new PictureFile(PictureFormat.BMP, (int) width, (int) height, 1, null, withoutProfile(file, header));
    }

    /// Newer headers can name a colour profile, even one in another file; the new header declares sRGB.
    private static byte[] withoutProfile(byte[] file, long header) {
        byte[] clean = file.clone();
        if (header >= 108) {
            for (int i = 0; i < SRGB.length; i++) {
                clean[COLOUR_SPACE + i] = (byte) SRGB[i];
            }
        }
        return clean;
    }
}
