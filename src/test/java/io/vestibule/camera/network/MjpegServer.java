package io.vestibule.camera.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A network camera on loopback that can misbehave in every way that was observed with real ones.
final class MjpegServer implements AutoCloseable {

    /// Its behaviour from now on, also in running streams.
    enum Manner {
        WELL,
        /// Keeps the connection open and sends nothing more.
        STALLS,
        /// Disconnects after a picture.
        DROPS,
        /// Disconnects in the middle of a picture.
        HALF,
        /// Answers 503.
        BUSY,
        /// Answers 200 with a page.
        PAGE,
        /// Sends parts without their length.
        NO_LENGTH,
        /// Sends as fast as it can.
        FLOOD
    }

    enum Lock {
        OPEN,
        BASIC,
        DIGEST_MD5,
        DIGEST_SHA256
    }

    static final String USER = "desk";
    static final String PASSWORD = "pass: \"word\"";
    private static final String REALM = "camera";
    private static final String NONCE = "0a4f113b";

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger sent = new AtomicInteger();
    volatile String authorization = "";
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lock lock;
    private volatile byte[] picture;
    private volatile Manner manner = Manner.WELL;
    private volatile boolean closed;

    MjpegServer(byte[] picture, Lock lock) throws IOException {
        this.picture = picture;
        this.lock = lock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/video", this::answer);
        server.start();
    }

    NetworkAddress address() {
        return new NetworkAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/video?size=720"));
    }

    void behave(Manner now) {
        manner = now;
    }

    void show(byte[] other) {
        picture = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.incrementAndGet();
            if (manner == Manner.BUSY) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!admitted(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", challenge());
                exchange.sendResponseHeaders(401, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
                exchange.sendResponseHeaders(200, 0);
                stream(exchange.getResponseBody());
            }
        }
    }

    private void stream(OutputStream out) throws IOException {
        while (!closed) {
            Manner now = manner;
            byte[] jpeg = picture;
            switch (now) {
                case STALLS, BUSY -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                case PAGE -> {
                    out.write("<html>log in</html>".repeat(1000).getBytes(StandardCharsets.US_ASCII));
                    return;
                }
                case HALF -> {
                    out.write(head(jpeg.length));
                    out.write(jpeg, 0, jpeg.length / 2);
                    out.flush();
                    return;
                }
                default -> {
                    out.write(head(now == Manner.NO_LENGTH ? -1 : jpeg.length));
                    out.write(jpeg);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    sent.incrementAndGet();
                    if (now == Manner.DROPS) {
                        return;
                    }
                    if (now != Manner.FLOOD) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    }
                }
            }
        }
    }

    private static byte[] head(int length) {
        String size = length < 0 ? "" : "Content-Length: " + length + "\r\n";
        return ("--frame\r\nContent-Type: image/jpeg\r\n" + size + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private String challenge() {
        return switch (lock) {
            case BASIC, OPEN -> "Basic realm=\"" + REALM + "\"";
            case DIGEST_MD5 -> "Digest realm=\"" + REALM + "\", nonce=\"" + NONCE + "\", qop=\"auth\"";
            case DIGEST_SHA256 ->
                "Digest realm=\"" + REALM + "\", nonce=\"" + NONCE + "\", qop=\"auth\", algorithm=SHA-256";
        };
    }

    private boolean admitted(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        authorization = given == null ? "" : given;
        return switch (lock) {
            case OPEN -> true;
            case BASIC ->
                authorization.equals("Basic "
                        + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
            case DIGEST_MD5 -> digested("MD5");
            case DIGEST_SHA256 -> digested("SHA-256");
        };
    }

    /// According to RFC 7616, implemented independently of the program.
    private boolean digested(String algorithm) {
        String who = hash(algorithm, USER + ":" + REALM + ":" + PASSWORD);
        String what = hash(algorithm, "GET:/video?size=720");
        String wanted =
                hash(algorithm, who + ":" + NONCE + ":" + value("nc") + ":" + value("cnonce") + ":auth:" + what);
        return authorization.startsWith("Digest ") && value("response").equals(wanted);
    }

    private String value(String name) {
        var found = Pattern.compile("\\b" + name + "=\"?([^\",]+)").matcher(authorization);
        return found.find() ? found.group(1) : "";
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
