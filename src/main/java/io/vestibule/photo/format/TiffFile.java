package io.vestibule.photo.format;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// TIFF (TIFF 6.0): the first page. The decoder gets the file with a new directory that lists only what is needed to
/// decode that page: no further pages, no pointers that could form a cycle, no metadata.
final class TiffFile {

    /// Baseline, bilevel, differencing, tiles, transparency, JPEG tables and YCbCr.
    private static final Set<Integer> WANTED = Set.of(
            256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 332, 338,
            339, 347, 529, 530, 531, 532);

    /// None, the three fax codings, LZW, JPEG, two codes for deflate, PackBits.
    private static final Set<Long> COMPRESSIONS = Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32_946L, 32_773L);

    private static final int MAX_VALUES = 1 << 20;
    private static final int MAX_PROFILE = 4_000_000;
    private static final int ICC_PROFILE = 34_675;

    private final TiffDirectory page;
    private final int width;
    private final int height;

    private TiffFile(byte[] file) throws DamagedFileException {
        this.page = TiffDirectory.first(file);
        this.width = side(256);
        this.height = side(257);
    }

    static PictureFile open(byte[] file) throws DamagedFileException {
        TiffFile tiff = new TiffFile(file);
        tiff.requireReadable();
        return new PictureFile(
                PictureFormat.TIFF, tiff.width, tiff.height, tiff.page.orientation(), tiff.profile(), tiff.clean());
    }

    private int side(int tag) throws DamagedFileException {
        long side = page.number(tag).orElse(0L);
        if (side < 1 || side > Integer.MAX_VALUE) {
            throw new DamagedFileException("A side of " + side);
        }
        return (int) side;
    }

    private void requireReadable() throws DamagedFileException {
        long samples = page.number(277).orElse(1L);
        long compression = page.number(259).orElse(1L);
        if (samples < 1 || samples > 8 || !COMPRESSIONS.contains(compression)) {
            throw new DamagedFileException("A kind of TIFF that is not read");
        }
        long bits = page.entry(258).orElse(-1L);
        for (long i = 0; bits >= 0 && i < Math.min(samples, page.count(bits)); i++) {
            if (page.value(bits, i) > 32) {
                throw new DamagedFileException("Samples of more than 32 bits");
            }
        }
        if (page.entry(324).isPresent()) {
            long tileWidth = page.number(322).orElse(0L);
            long tileHeight = page.number(323).orElse(0L);
            boolean small = tileWidth <= width + 4096L && tileHeight <= height + 4096L;
            if (tileWidth < 1 || tileHeight < 1 || !small) {
                throw new DamagedFileException("Tiles of " + tileWidth + " x " + tileHeight);
            }
            requireParts(324, 325, compression, (int) tileWidth, (int) tileHeight);
        } else {
            long rows = Math.clamp(page.number(278).orElse((long) height), 1, height);
            requireParts(273, 279, compression, width, (int) rows);
        }
    }

    /// Every strip or tile must be inside the file; one that is a JPEG must not be larger than its declared area.
    private void requireParts(int offsets, int counts, long compression, int partWidth, int partHeight)
            throws DamagedFileException {
        long offset = page.entry(offsets).orElseThrow(() -> new DamagedFileException("No picture data"));
        long count = page.entry(counts).orElseThrow(() -> new DamagedFileException("No sizes of picture data"));
        long parts = page.count(offset);
        if (parts < 1 || parts > MAX_VALUES || parts != page.count(count)) {
            throw new DamagedFileException(parts + " parts");
        }
        for (long i = 0; i < parts; i++) {
            long size = page.value(count, i);
            int from = page.in.requireRange(page.value(offset, i), size);
            if (compression == 7) {
                byte[] jpeg = Arrays.copyOfRange(page.in.file, from, from + (int) size);
                JpegFile.requireWithin(jpeg, partWidth + 15, partHeight + 15);
            }
        }
    }

    private byte @Nullable [] profile() throws DamagedFileException {
        long entry = page.entry(ICC_PROFILE).orElse(-1L);
        long colours = page.number(262).orElse(0L);
        if (entry < 0 || colours != 2 || page.size(entry) > MAX_PROFILE) {
            return null;
        }
        int from = (int) page.values(entry);
        return Arrays.copyOfRange(page.in.file, from, from + (int) page.size(entry));
    }

    /// The file with the new directory appended. Entries are copied unchanged, because the values that they point to
    /// have not moved.
    private byte[] clean() throws DamagedFileException {
        byte[] file = page.in.file;
        int directory = (file.length + 1) / 2 * 2;
        byte[] clean = Arrays.copyOf(file, directory + 2 + WANTED.size() * TiffDirectory.ENTRY + 4);
        int kept = 0;
        int last = -1;
        for (int i = 0; i < page.entries; i++) {
            long entry = page.start + 2 + (long) i * TiffDirectory.ENTRY;
            int tag = page.in.u16(entry);
            if (WANTED.contains(tag) && tag > last) {
                if (page.size(entry) > MAX_VALUES * 4L) {
                    throw new DamagedFileException("An entry of " + page.size(entry) + " bytes");
                }
                page.values(entry);
                int to = directory + 2 + kept++ * TiffDirectory.ENTRY;
                System.arraycopy(file, (int) entry, clean, to, TiffDirectory.ENTRY);
                last = tag;
            }
        }
        boolean bigEndian = file[0] == 'M';
        put(clean, 4, directory, 4, bigEndian);
        put(clean, directory, kept, 2, bigEndian);
        return Arrays.copyOf(clean, directory + 2 + kept * TiffDirectory.ENTRY + 4);
    }

    private static void put(byte[] to, int at, int value, int bytes, boolean bigEndian) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (value >>> (8 * (bigEndian ? bytes - 1 - i : i)));
        }
    }
}
