package io.vestibule.photo.format;

import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/// The standard Huffman tables (ITU-T T.81, annex K.3), which many cameras omit from their JPEGs.
public final class HuffmanTables {

    /// 420 bytes.
    private static final byte[] SEGMENT = build();

    private HuffmanTables() {}

    /// Number of bytes that the tables add to a picture.
    public static int size() {
        return SEGMENT.length;
    }

    /// @param at offset of the start of the scan
    /// @param into at least `length + size()` long
    public static void insert(byte[] bytes, int length, int at, byte[] into) {
        System.arraycopy(bytes, 0, into, 0, at);
        System.arraycopy(SEGMENT, 0, into, at, SEGMENT.length);
        System.arraycopy(bytes, at, into, at + SEGMENT.length, length - at);
    }

    /// A whole DHT segment with its marker.
    static byte[] segment() {
        return SEGMENT.clone();
    }

    private static byte[] build() {
        var tables = new ByteArrayOutputStream();
        add(tables, 0x00, JPEGHuffmanTable.StdDCLuminance);
        add(tables, 0x10, JPEGHuffmanTable.StdACLuminance);
        add(tables, 0x01, JPEGHuffmanTable.StdDCChrominance);
        add(tables, 0x11, JPEGHuffmanTable.StdACChrominance);
        var segment = new ByteArrayOutputStream();
        int size = tables.size() + 2;
        segment.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xC4, (byte) (size >> 8), (byte) size});
        segment.writeBytes(tables.toByteArray());
        return segment.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, int kind, JPEGHuffmanTable table) {
        out.write(kind);
        short[] lengths = table.getLengths();
        for (int i = 0; i < 16; i++) {
            out.write(i < lengths.length ? lengths[i] : 0);
        }
        for (short value : table.getValues()) {
            out.write(value);
        }
    }
}
