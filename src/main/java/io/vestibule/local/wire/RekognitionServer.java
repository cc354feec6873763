package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vestibule.local.LoopbackHttp;
import io.vestibule.local.s3.S3Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// Serves the SDK's requests over HTTP at `http://127.0.0.1:PORT`, for any AWS SDK on this computer. Listens on
/// loopback only and accepts only requests that are signed with its key. Requests that are signed for Amazon S3 are
/// answered at the same address, so that one setting (`AWS_ENDPOINT_URL`) leads a program here.
public final class RekognitionServer implements AutoCloseable {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final RequestPermits permits;
    private final BodyReader bodies;
    private final ExecutorService threads;

    private RekognitionServer(HttpServer server, RequestPermits permits, BodyReader bodies, ExecutorService threads) {
        this.permits = permits;
        this.server = server;
        this.bodies = bodies;
        this.threads = threads;
    }

    /// Options of the server.
    ///
    /// @param port 0 for any free port
    /// @param clock time against which signatures are verified
    /// @param memory bytes of all bodies that are in memory at a time
    /// @param bodyTime until the body of a request has to be complete
    /// @param unmeasured what callers get that ask for attributes of a face that are not measured
    public record ServerOptions(
            int port,
            InstantSource clock,
            RekognitionFaultInjector faults,
            int memory,
            Duration bodyTime,
            UnmeasuredAttributes unmeasured) {

        /// The system clock, no faults, 256 MiB, and 20 s, in which the slowest disk sends the longest body.
        public static ServerOptions onPort(int port) {
            return new ServerOptions(
                    port,
                    InstantSource.system(),
                    new RekognitionFaultInjector(),
                    1 << 28,
                    Duration.ofSeconds(20),
                    UnmeasuredAttributes.LEFT_OUT);
        }

        public ServerOptions withFaults(RekognitionFaultInjector injector) {
            return new ServerOptions(port, clock, injector, memory, bodyTime, unmeasured);
        }

        public ServerOptions withLimits(int bytes, Duration time) {
            return new ServerOptions(port, clock, faults, bytes, time, unmeasured);
        }

        public ServerOptions withUnmeasured(UnmeasuredAttributes policy) {
            return new ServerOptions(port, clock, faults, memory, bodyTime, policy);
        }
    }

    /// Without S3.
    ///
    /// @param engine executes the requests, or throws the SDK's exceptions; called by many threads
    /// @throws java.net.BindException if another program uses the port
    public static RekognitionServer start(
            Function<RekognitionRequest, RekognitionResponse> engine, AccessKey key, ServerOptions serverOptions)
            throws IOException {
        return start(engine, Optional.empty(), key, serverOptions);
    }

    /// @param engine executes the requests, or throws the SDK's exceptions; called by many threads
    /// @param objects answers the requests that are signed for S3, at the same address
    /// @throws java.net.BindException if another program uses the port
    public static RekognitionServer start(
            Function<RekognitionRequest, RekognitionResponse> engine,
            Optional<S3Service> objects,
            AccessKey key,
            ServerOptions serverOptions)
            throws IOException {
        var rekognitionFaultInjector = serverOptions.faults();
        var signatures =
                new SignatureVerifier(key, () -> serverOptions.clock().instant().plus(rekognitionFaultInjector.skew()));
        var server = LoopbackHttp.create(serverOptions.port());
        var bodies = new BodyReader(serverOptions.memory(), serverOptions.bodyTime());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        var permits = new RequestPermits();
        var rekognition = new RequestHandler(
                engine, signatures, bodies, permits, rekognitionFaultInjector, serverOptions.unmeasured());
        var s3 = objects.map(service -> new S3RequestHandler(service, signatures, bodies, permits));
        server.createContext(
                "/",
                exchange -> s3.<HttpHandler>map(handler -> handler)
                        .filter(_ -> S3RequestHandler.isAddressed(exchange))
                        .orElse(rekognition)
                        .handle(exchange));
        server.start();
        return new RekognitionServer(server, permits, bodies, threads);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Accepts no new request and lets those in progress finish, for a few seconds at most.
    @Override
    public void close() {
        try {
            permits.shutdown(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        bodies.close();
        // Not interrupted: a request that is still running may be in the database.
        threads.shutdown();
    }
}
