package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vestibule.cloud.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// The steps of every request: the operation, the signature, the JSON, then the engine.
final class RequestHandler implements HttpHandler {

    /// Two pictures of 5 MiB as base64 (CompareFaces) and the JSON around them.
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    /// How many bytes of a rejected body are read.
    private static final long DRAINED = 4L * LONGEST_BODY;

    private static final int SCRAP = 64 * 1024;

    /// Maximum number of bodies in memory at a time, so that many callers cannot exhaust it.
    private static final int AT_ONCE = 16;

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final String JSON = "application/x-amz-json-1.1";

    private final Function<RekognitionRequest, RekognitionResponse> engine;
    private final SignatureVerifier signatures;
    private final RekognitionFaultInjector rekognitionFaultInjector;
    private final OperationTargets operationTargets = new OperationTargets();
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    RequestHandler(
            Function<RekognitionRequest, RekognitionResponse> engine,
            SignatureVerifier signatures,
            RekognitionFaultInjector rekognitionFaultInjector) {
        this.engine = engine;
        this.signatures = signatures;
        this.rekognitionFaultInjector = rekognitionFaultInjector;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    /// Admits no further requests, and returns when none is in progress or the timeout has passed.
    void shutdown(Duration patience) throws InterruptedException {
        var _ = permits.tryAcquire(AT_ONCE, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            var operation = operation(exchange);
            var claim = signatures.verifyHeaders(exchange.getRequestHeaders());
            permits.acquire();
            try {
                admitted(exchange, operation, claim);
            } finally {
                // The response is sent before the permit is released, so that a closing server does not cut it off.
                exchange.close();
                permits.release();
            }
        } catch (RequestRejectedException refusal) {
            refuse(exchange, refusal);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void admitted(HttpExchange exchange, String operation, Authorization claim)
            throws IOException, InterruptedException {
        try {
            var body = body(exchange);
            signatures.verifyBody(exchange.getRequestHeaders(), claim, body);
            answer(exchange, operation, body);
        } catch (RequestRejectedException refusal) {
            refuse(exchange, refusal);
        }
    }

    private static void refuse(HttpExchange exchange, RequestRejectedException refusal) throws IOException {
        drain(exchange);
        send(exchange, "-", RekognitionReply.of(refusal));
    }

    private String operation(HttpExchange exchange) throws RequestRejectedException {
        var headers = exchange.getRequestHeaders();
        var type = Objects.requireNonNullElse(headers.getFirst("Content-Type"), "");
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().toString().equals("/")
                || !type.equals(JSON)) {
            throw RequestRejectedException.unknownOperation();
        }
        return operationTargets.operation(Objects.requireNonNullElse(headers.getFirst("X-Amz-Target"), ""));
    }

    private static byte[] body(HttpExchange exchange) throws IOException, RequestRejectedException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw RequestRejectedException.tooLarge(LONGEST_BODY);
        }
        return body;
    }

    /// Reads and discards the rest of a rejected body: otherwise a caller that is still sending would see a broken
    /// connection instead of the error.
    private static void drain(HttpExchange exchange) throws IOException {
        var buffer = new byte[SCRAP];
        var body = exchange.getRequestBody();
        long left = DRAINED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(buffer);
        }
    }

    private void answer(HttpExchange exchange, String operation, byte[] body)
            throws IOException, RequestRejectedException, InterruptedException {
        var fault = rekognitionFaultInjector.poll(operation);
        if (fault.isEmpty()) {
            send(exchange, operation, reply(operation, body));
            return;
        }
        switch (fault.get()) {
            case RekognitionFault.Refused refused -> send(exchange, operation, RekognitionReply.of(refused));
            case RekognitionFault.Dropped _ -> {}
            case RekognitionFault.DroppedAfterCommit _ -> reply(operation, body);
            case RekognitionFault.Slow slow -> {
                Ticker.SYSTEM.pause(slow.time());
                send(exchange, operation, reply(operation, body));
            }
            case RekognitionFault.HalfAnswer _ -> sendHalf(exchange, reply(operation, body));
            case RekognitionFault.Rewritten rewritten -> {
                var rekognitionReply = reply(operation, body);
                send(
                        exchange,
                        operation,
                        rekognitionReply.withJson(rewritten.answer().apply(rekognitionReply.json())));
            }
        }
    }

    private RekognitionReply reply(String operation, byte[] body) throws RequestRejectedException {
        var request = operationTargets.request(operation, body);
        try {
            return RekognitionReply.of(engine.apply(request));
        } catch (RekognitionException refusal) {
            return RekognitionReply.of(refusal);
        }
    }

    private static void send(HttpExchange exchange, String operation, RekognitionReply rekognitionReply)
            throws IOException {
        LOG.debug(
                "{} {} {} {}",
                operation,
                rekognitionReply.status(),
                rekognitionReply.code(),
                rekognitionReply.requestId());
        var bytes = head(exchange, rekognitionReply);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendHalf(HttpExchange exchange, RekognitionReply rekognitionReply) throws IOException {
        var bytes = head(exchange, rekognitionReply);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private static byte[] head(HttpExchange exchange, RekognitionReply rekognitionReply) throws IOException {
        var bytes = rekognitionReply.bytes();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", JSON);
        headers.set("x-amzn-RequestId", rekognitionReply.requestId());
        exchange.sendResponseHeaders(rekognitionReply.status(), bytes.length);
        return bytes;
    }
}
