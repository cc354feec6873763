package io.vestibule.camera.jpeg;

import java.util.Optional;

/// What the markers of a JPEG contain, without decoding it (ITU-T T.81, annex B).
///
/// @param tables where Huffman tables are missing: the offset of the start of the scan; -1 if they are present
record JpegHeader(int width, int height, int tables) {

    /// 4,096 by 3,072 and a little more. A frame takes up to 8.2 bytes of memory a pixel while it is decoded
    /// and shown (measured: 328 MB for 40 million pixels), so four cameras take 430 MB, of the 1 GB that Java
    /// uses on a computer with 4 GB.
    private static final int MOST_PIXELS = 13_000_000;

    /// Empty unless it is a complete JPEG of a supported size.
    static Optional<JpegHeader> of(byte[] bytes, int length) {
        if (length < 4 || marker(bytes, 0) != 0xD8 || !ends(bytes, length)) {
            return Optional.empty();
        }
        int width = 0;
        int height = 0;
        boolean huffman = false;
        int at = 2;
        while (at + 4 <= length) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                return Optional.empty();
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++; // fill byte
                continue;
            }
            if (marker == 0xDA) {
                return width < 1 || height < 1 || (long) width * height > MOST_PIXELS
                        ? Optional.empty()
                        : Optional.of(new JpegHeader(width, height, huffman ? -1 : at));
            }
            int size = word(bytes, at + 2);
            if (size < 2 || at + 2 + size > length) {
                return Optional.empty();
            }
            huffman |= marker == 0xC4;
            if (marker >= 0xC0 && marker <= 0xC2 && size >= 7) {
                height = word(bytes, at + 5);
                width = word(bytes, at + 7);
            }
            at += 2 + size;
        }
        return Optional.empty();
    }

    /// Cameras pad their buffer with zeros.
    private static boolean ends(byte[] bytes, int length) {
        int end = length;
        while (end > 2 && bytes[end - 1] == 0) {
            end--;
        }
        return marker(bytes, end - 2) == 0xD9;
    }

    private static int marker(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) == 0xFF ? bytes[at + 1] & 0xFF : -1;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
