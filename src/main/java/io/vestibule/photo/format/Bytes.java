package io.vestibule.photo.format;

import java.nio.charset.StandardCharsets;

/// A file as numbers at positions, every access bounds-checked. Positions are `long`, so that sums of hostile numbers
/// cannot overflow.
final class Bytes {

    final byte[] file;
    private final boolean bigEndian;

    Bytes(byte[] file, boolean bigEndian) {
        this.file = file;
        this.bigEndian = bigEndian;
    }

    int length() {
        return file.length;
    }

    /// Throws unless the range is wholly in the file; returns its start.
    int requireRange(long at, long count) throws DamagedFileException {
        if (at < 0 || count < 0 || count > file.length - at) {
            throw new DamagedFileException("The file ends before byte " + at + " + " + count);
        }
        return (int) at;
    }

    int u8(long at) throws DamagedFileException {
        return file[requireRange(at, 1)] & 0xFF;
    }

    int u16(long at) throws DamagedFileException {
        int first = u8(at);
        int second = u8(at + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    long u32(long at) throws DamagedFileException {
        long first = u16(at);
        long second = u16(at + 2);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    boolean has(long at, String ascii) {
        return has(file, at, ascii);
    }

    static boolean has(byte[] file, long at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || wanted.length > file.length - at) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[(int) at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
