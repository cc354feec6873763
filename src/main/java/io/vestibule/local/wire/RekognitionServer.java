package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// Serves the SDK's requests over HTTP at `http://127.0.0.1:PORT`, for any AWS SDK on this computer. Listens on
/// loopback only and accepts only requests that are signed with its key.
public final class RekognitionServer implements AutoCloseable {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final RequestHandler handler;
    private final ExecutorService threads;

    private RekognitionServer(HttpServer server, RequestHandler requestHandler, ExecutorService threads) {
        this.handler = requestHandler;
        this.server = server;
        this.threads = threads;
    }

    /// Options of the server.
    ///
    /// @param port 0 for any free port
    /// @param clock time against which signatures are verified
    public record ServerOptions(int port, InstantSource clock, RekognitionFaultInjector faults) {

        /// The system clock and no faults.
        public static ServerOptions onPort(int port) {
            return new ServerOptions(port, InstantSource.system(), new RekognitionFaultInjector());
        }
    }

    /// @param engine executes the requests, or throws the SDK's exceptions; called by many threads
    /// @throws java.net.BindException if another program uses the port
    public static RekognitionServer start(
            Function<RekognitionRequest, RekognitionResponse> engine, AccessKey key, ServerOptions serverOptions)
            throws IOException {
        var rekognitionFaultInjector = serverOptions.faults();
        var signatures =
                new SignatureVerifier(key, () -> serverOptions.clock().instant().plus(rekognitionFaultInjector.skew()));
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), serverOptions.port()), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        var requestHandler = new RequestHandler(engine, signatures, rekognitionFaultInjector);
        server.createContext("/", requestHandler);
        server.start();
        return new RekognitionServer(server, requestHandler, threads);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Accepts no new request and lets those in progress finish, for a few seconds at most.
    @Override
    public void close() {
        try {
            handler.shutdown(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        // Not interrupted: a request that is still running may be in the database.
        threads.shutdown();
    }
}
