package io.vestibule.local.wire;

import io.vestibule.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A body in the encoding `aws-chunked`: chunks with their length and, in the signed form, their signature, which
/// covers
/// the one before it; then headers that the sender knew at the end only, such as a checksum.
///
/// @param bytes the decoded body
/// @param trailers the headers at the end, by name in lower case
@SuppressWarnings("ArrayRecordComponent") // read once
record ChunkedPayload(byte[] bytes, Map<String, String> trailers) {

    private static final String SIGNATURE = "chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    /// Longest line of a length and a signature, and of a header at the end.
    private static final int LONGEST_LINE = 512;

    private static final String EMPTY = Sha256.hex("");

    /// @param key verifies the signatures of chunks; empty if they are not signed
    /// @param seed the signature of the request, which that of the first chunk covers
    /// @throws RequestRejectedException if the body has another form, or a signature does not match
    static ChunkedPayload decode(byte[] body, Optional<SigningKey> key, String seed) throws RequestRejectedException {
        return new Decoder(body, key, seed).decode();
    }

    private static final class Decoder {

        private final byte[] body;
        private final Optional<SigningKey> key;
        private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        private String previous;
        private int at;

        Decoder(byte[] body, Optional<SigningKey> key, String seed) {
            this.body = body;
            this.key = key;
            this.previous = seed;
        }

        ChunkedPayload decode() throws RequestRejectedException {
            int length;
            do {
                length = chunk();
            } while (length > 0);
            return new ChunkedPayload(decoded.toByteArray(), trailers());
        }

        /// @return its length; 0 for the last one, whose line end belongs to the trailers
        private int chunk() throws RequestRejectedException {
            var parts = line().split(";", 2);
            int length = length(parts[0]);
            if (length > body.length - at) {
                throw RequestRejectedException.badChunks();
            }
            var bytes = Arrays.copyOfRange(body, at, at + length);
            if (key.isPresent()) {
                var signature = parts.length == 2 && parts[1].startsWith(SIGNATURE)
                        ? parts[1].substring(SIGNATURE.length())
                        : "";
                verify(key.get().sign(SigningKey.Scheme.CHUNK, previous, EMPTY, Sha256.hex(bytes)), signature);
            }
            decoded.write(bytes, 0, length);
            at += length;
            if (length > 0 && !line().isEmpty()) {
                throw RequestRejectedException.badChunks();
            }
            return length;
        }

        private Map<String, String> trailers() throws RequestRejectedException {
            Map<String, String> trailers = new TreeMap<>();
            var signed = new StringBuilder();
            var signature = "";
            while (at < body.length) {
                var line = line();
                int colon = line.indexOf(':');
                if (line.isEmpty()) {
                    continue;
                }
                if (colon < 1) {
                    throw RequestRejectedException.badChunks();
                }
                var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                var value = line.substring(colon + 1).strip();
                if (name.equals(TRAILER_SIGNATURE)) {
                    signature = value;
                } else {
                    trailers.put(name, value);
                    signed.append(name).append(':').append(value).append('\n');
                }
            }
            if (key.isPresent() && !trailers.isEmpty()) {
                verify(key.get().sign(SigningKey.Scheme.TRAILER, previous, Sha256.hex(signed.toString())), signature);
            }
            return trailers;
        }

        private void verify(String expected, String signature) throws RequestRejectedException {
            if (!SigningKey.equalInConstantTime(expected, signature)) {
                throw RequestRejectedException.badSignature("The signature of a chunk does not match");
            }
            previous = expected;
        }

        private static int length(String text) throws RequestRejectedException {
            try {
                int length = Integer.parseInt(text.strip(), 16);
                if (length >= 0) {
                    return length;
                }
            } catch (NumberFormatException _) {
                // answered below
            }
            throw RequestRejectedException.badChunks();
        }

        private String line() throws RequestRejectedException {
            int end = at;
            while (end < body.length && body[end] != '\r') {
                end++;
            }
            if (end + 1 >= body.length || body[end + 1] != '\n' || end - at > LONGEST_LINE) {
                throw RequestRejectedException.badChunks();
            }
            var line = new String(body, at, end - at, StandardCharsets.UTF_8);
            at = end + 2;
            return line;
        }
    }
}
