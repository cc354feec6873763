package io.vestibule.photo.format;

import java.util.Arrays;
import java.util.Optional;

/// One directory of a TIFF file or of an EXIF block, which is a TIFF file inside another one (TIFF 6.0, section 2).
///
/// Reads only the requested entries and follows no pointers, so a hostile directory costs no more than its own bytes.
/// A general EXIF reader copies every value of every entry: 64 KB of entries that all point to the same 64 KB become
/// hundreds of megabytes.
final class TiffDirectory {

    static final int ENTRY = 12;

    private static final int ORIENTATION = 0x0112;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    final Bytes in;
    final long start;
    final int entries;

    private TiffDirectory(Bytes in, long start) throws DamagedFileException {
        this.in = in;
        this.start = start;
        this.entries = in.u16(start);
        in.requireRange(start + 2, (long) entries * ENTRY);
    }

    /// The first directory.
    static TiffDirectory first(byte[] file) throws DamagedFileException {
        Bytes in = new Bytes(file, Bytes.has(file, 0, "MM"));
        if (!Bytes.has(file, 0, "MM") && !Bytes.has(file, 0, "II")) {
            throw new DamagedFileException("No byte order");
        }
        return new TiffDirectory(in, in.u32(4));
    }

    /// The orientation in an EXIF block, 1..8; 1 if the block has none or cannot be read.
    static int orientation(byte[] block) {
        int start = Bytes.has(block, 0, "Exif\0") ? 6 : 0;
        try {
            byte[] tiff = start == 0 ? block : Arrays.copyOfRange(block, 6, Math.max(6, block.length));
            return first(tiff).orientation();
        } catch (DamagedFileException e) {
            return 1;
        }
    }

    int orientation() throws DamagedFileException {
        long value = number(ORIENTATION).orElse(1L);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

    /// Position of the entry of this tag.
    Optional<Long> entry(int tag) throws DamagedFileException {
        for (int i = 0; i < entries; i++) {
            long at = start + 2 + (long) i * ENTRY;
            if (in.u16(at) == tag) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// The first value of a tag that holds integers.
    Optional<Long> number(int tag) throws DamagedFileException {
        Optional<Long> at = entry(tag);
        return at.isEmpty() || count(at.get()) == 0 ? Optional.empty() : Optional.of(value(at.get(), 0));
    }

    long count(long entry) throws DamagedFileException {
        return in.u32(entry + 4);
    }

    /// Size in bytes of all values of the entry.
    long size(long entry) throws DamagedFileException {
        int type = in.u16(entry + 2);
        if (type < 1 || type >= BYTES_OF_TYPE.length) {
            throw new DamagedFileException("Values of type " + type);
        }
        return count(entry) * BYTES_OF_TYPE[type];
    }

    /// Position of the values of the entry: inside it if they fit into four bytes.
    long values(long entry) throws DamagedFileException {
        long size = size(entry);
        return size <= 4 ? entry + 8 : in.requireRange(in.u32(entry + 8), size);
    }

    /// One integer of the entry: a byte, a short or a long.
    long value(long entry, long index) throws DamagedFileException {
        long at = values(entry);
        return switch (in.u16(entry + 2)) {
            case 1 -> in.u8(at + index);
            case 3 -> in.u16(at + 2 * index);
            case 4 -> in.u32(at + 4 * index);
            default -> throw new DamagedFileException("No whole numbers");
        };
    }
}
