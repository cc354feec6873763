package io.vestibule.vms.http;

import com.sun.net.httpserver.HttpServer;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Any bytes as the answer of a VMS to every request, over real HTTP: what was asked for, or a failure with its words.
public final class VmsAnswerFuzz {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpServer SERVER = start();
    private static final HttpVmsClient CLIENT = new HttpVmsClient(
            new VmsConnection(
                    VmsAddress.parse("http://127.0.0.1:" + SERVER.getAddress().getPort()), LicenceKey.of("key")),
            new Timeouts(PATIENCE, PATIENCE),
            InstantSource.system());
    private static volatile byte[] answer = new byte[0];

    private VmsAnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        answer = bytes;
        List<Runnable> calls =
                List.of(CLIENT::rules, CLIENT::channels, CLIENT::groups, CLIENT::aliases, () -> CLIENT.events(1));
        for (var call : calls) {
            try {
                call.run();
            } catch (VmsException _) {
                // Told as a failure.
            }
        }
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var bytes = answer;
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
