package io.vestibule.camera.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Splits a `multipart/x-mixed-replace` stream into its parts, however it is chunked. Cameras differ in how they
/// write the boundary, so it is ignored: a part ends by its Content-Length, or where the JPEG in it ends.
final class MultipartParser {

    private static final int MOST_BYTES = 16_000_000;
    private static final int MOST_HEADER = 8192;

    private final Consumer<byte[]> sink;
    private byte[] held = new byte[1 << 16];
    private int length;
    private boolean inside;
    private int wanted;
    private int searched;

    /// @param sink gets each JPEG
    MultipartParser(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    /// @return false if this cannot be a stream of pictures
    boolean feed(ByteBuffer piece) {
        int more = piece.remaining();
        if (length + more > MOST_BYTES) {
            return false;
        }
        if (held.length < length + more) {
            held = Arrays.copyOf(held, Math.max(length + more, held.length * 2));
        }
        piece.get(held, length, more);
        length += more;
        while (inside ? body() : header()) {
            searched = 0;
        }
        return inside || length < MOST_HEADER;
    }

    private boolean header() {
        for (int i = Math.max(0, searched - 3); i + 3 < length; i++) {
            if (held[i] == '\r' && held[i + 1] == '\n' && held[i + 2] == '\r' && held[i + 3] == '\n') {
                wanted = contentLength(new String(held, 0, i, StandardCharsets.ISO_8859_1));
                inside = true;
                drop(i + 4);
                return true;
            }
        }
        searched = length;
        return false;
    }

    private static int contentLength(String header) {
        for (String line : header.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                String digits = line.substring(15).strip();
                return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
            }
        }
        return -1;
    }

    private boolean body() {
        int end = wanted >= 0 ? wanted : end();
        if (end < 0 || length < end) {
            return false;
        }
        if (end > 0) {
            sink.accept(Arrays.copyOf(held, end));
        }
        inside = false;
        drop(end);
        return true;
    }

    /// Position after the end marker of the JPEG; -1 if it has not arrived yet.
    private int end() {
        for (int i = Math.max(2, searched); i + 1 < length; i++) {
            if ((held[i] & 0xFF) == 0xFF && (held[i + 1] & 0xFF) == 0xD9) {
                return i + 2;
            }
        }
        searched = Math.max(0, length - 1);
        return -1;
    }

    private void drop(int bytes) {
        System.arraycopy(held, bytes, held, 0, length - bytes);
        length -= bytes;
        searched = 0;
    }
}
