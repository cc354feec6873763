package io.vestibule.camera.network;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as what a network camera sends: a stream in pieces, and a login challenge.
public final class CameraStreamFuzz {

    private static final CameraCredentials LOGIN = new CameraCredentials("desk", "secret");
    private static final URI STREAM = URI.create("https://camera.example/stream?channel=1");

    private CameraStreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] sent) {
        int[] bytes = new int[1];
        var parser = new MultipartParser(picture -> bytes[0] += picture.length);
        int piece = 1 + sent.length / 3;
        boolean stream = true;
        for (int at = 0; stream && at < sent.length; at += piece) {
            stream = parser.feed(ByteBuffer.wrap(sent, at, Math.min(piece, sent.length - at)));
        }
        if (bytes[0] > sent.length) {
            throw new IllegalStateException("More pictures than bytes");
        }
        var header = "Digest " + new String(sent, StandardCharsets.ISO_8859_1);
        var _ = AuthChallenge.answer(List.of(header), LOGIN, STREAM, "0123");
    }
}
