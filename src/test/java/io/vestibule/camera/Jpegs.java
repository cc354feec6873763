package io.vestibule.camera;

import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.Pixels;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// JPEGs as cameras send them.
public final class Jpegs {

    static final int RED = 0xFFC83214;

    private Jpegs() {}

    public static byte[] of(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, RED);
        return PhotoEncoder.standard().encode(new Pixels(width, height, argb)).bytes();
    }

    /// The same picture without its Huffman tables, as many webcams send it.
    public static byte[] withoutTables(byte[] jpeg) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int size = 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
            if ((jpeg[at + 1] & 0xFF) != 0xC4) {
                out.write(jpeg, at, size);
            }
            at += size;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }
}
