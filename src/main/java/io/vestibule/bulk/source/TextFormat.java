package io.vestibule.bulk.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How a text file spells its table.
public record TextFormat(char delimiter, Charset charset) {

    public static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    /// Encodings to choose from where the file does not tell: of Western, Central European and Cyrillic Windows.
    public static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            Charset.forName("windows-1250"),
            Charset.forName("windows-1251"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    private static final int SAMPLE = 64_000;
    private static final int LINES = 20;

    /// The format that fits best. Of the single-byte encodings nothing in the file tells which one it is: Western
    /// is proposed.
    public static TextFormat propose(byte[] file) {
        var charset = charset(file);
        var head = new String(file, 0, Math.min(file.length, SAMPLE), charset);
        return new TextFormat(delimiter(head), charset);
    }

    /// Whether the file can be a text at all.
    static boolean isText(byte[] file) {
        var charset = charset(file);
        if (charset.name().startsWith("UTF-16")) {
            return true;
        }
        for (int i = 0; i < Math.min(file.length, SAMPLE); i++) {
            if (file[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] file) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(file, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(file, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int length = Math.min(file.length, SAMPLE);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (file[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        // Most letters of a list are of the first 256, whose second byte is zero.
        if (odd > length / 4 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > length / 4 && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            var _ = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            return Charset.forName("windows-1252");
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// The one that occurs equally often in most lines, outside quotes.
    private static char delimiter(String head) {
        var lines = head.lines().limit(LINES).filter(line -> !line.isBlank()).toList();
        char best = ';';
        long bestScore = 0;
        for (char candidate : DELIMITERS) {
            long[] counts =
                    lines.stream().mapToLong(line -> count(line, candidate)).toArray();
            long first = counts.length == 0 ? 0 : counts[0];
            long same = Arrays.stream(counts).filter(count -> count == first).count();
            long score = first == 0 ? 0 : same * 1_000 + first;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long count(String line, char candidate) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == candidate && !quoted) {
                count++;
            }
        }
        return count;
    }
}
