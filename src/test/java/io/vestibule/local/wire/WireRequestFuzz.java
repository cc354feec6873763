package io.vestibule.local.wire;

import io.vestibule.local.engine.protocol.ShapeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageRequest;

/// Any bytes as a caller of the wire: as the body of an operation, as header lines, and as a whole request. The server
/// answers the next caller.
public final class WireRequestFuzz {

    private static final AtomicReference<@Nullable Throwable> UNCAUGHT = new AtomicReference<>();
    private static final RekognitionServer SERVER = start();

    private WireRequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] sent) {
        try {
            ShapeJson.read(sent, IndexFacesRequest.builder());
            ShapeJson.read(sent, SearchUsersByImageRequest.builder());
        } catch (IllegalArgumentException _) {
            // Answered as a SerializationException.
        }
        exchange(sent);
        var text = new String(sent, StandardCharsets.ISO_8859_1);
        var head =
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Amz-Target: RekognitionService.ListFaces\r\n"
                        + "Authorization: AWS4-HMAC-SHA256 "
                        + text.replace("\r", "").replace("\n", "\r\nX-Amz-Date: ")
                        + "\r\nContent-Length: 2\r\n\r\n{}";
        var answer = exchange(head.getBytes(StandardCharsets.ISO_8859_1));
        if (!answer.startsWith("HTTP/1.1 4") && !answer.isEmpty()) {
            throw new IllegalStateException("Answered " + answer);
        }
        var uncaught = UNCAUGHT.getAndSet(null);
        if (uncaught != null) {
            throw new IllegalStateException(uncaught);
        }
    }

    private static String exchange(byte[] sent) {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.endpoint().getPort())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return ""; // closed by the server, or half a request that it waits for
        }
    }

    private static RekognitionServer start() {
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> UNCAUGHT.set(thrown));
        try {
            return RekognitionServer.start(
                    _ -> ListFacesResponse.builder().build(),
                    AccessKey.random(),
                    RekognitionServer.ServerOptions.onPort(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
