package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vestibule.cloud.Ticker;
import io.vestibule.local.engine.protocol.Arn;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// The steps of every request: the operation, the signature, the JSON, then the engine.
final class RequestHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final String SERVICE = "rekognition";
    private static final String JSON = "application/x-amz-json-1.1";
    private static final Set<String> CHARSETS = Set.of("charset=utf-8", "charset=\"utf-8\"");

    private final Function<RekognitionRequest, RekognitionResponse> engine;
    private final SignatureVerifier signatures;
    private final RekognitionFaultInjector rekognitionFaultInjector;
    private final OperationTargets operationTargets = new OperationTargets();
    private final RequestPermits permits;
    private final BodyReader bodies;
    private final UnmeasuredAttributes unmeasured;

    RequestHandler(
            Function<RekognitionRequest, RekognitionResponse> engine,
            SignatureVerifier signatures,
            BodyReader bodies,
            RequestPermits permits,
            RekognitionFaultInjector rekognitionFaultInjector,
            UnmeasuredAttributes unmeasured) {
        this.engine = engine;
        this.signatures = signatures;
        this.bodies = bodies;
        this.permits = permits;
        this.rekognitionFaultInjector = rekognitionFaultInjector;
        this.unmeasured = unmeasured;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    /// Callers without the key never get a permit: the body is read, and its signature verified, before.
    private void answer(HttpExchange exchange) throws IOException {
        try {
            var operation = operation(exchange);
            var claim = signatures.verifyHeaders(exchange.getRequestHeaders(), SERVICE);
            try (var body = bodies.read(exchange)) {
                var bytes = body.bytes();
                signatures.verifyBody(exchange.getRequestHeaders(), claim, bytes);
                admit(exchange, operation, claim.region(), bytes);
            }
        } catch (RequestRejectedException refusal) {
            bodies.drain(exchange);
            send(exchange, "-", RekognitionReply.of(refusal));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(HttpExchange exchange, String operation, String region, byte[] body)
            throws IOException, InterruptedException {
        permits.acquire();
        try {
            answer(exchange, new Call(operation, region, operationTargets.request(operation, body)));
        } catch (RequestRejectedException refusal) {
            send(exchange, operation, RekognitionReply.of(refusal));
        } finally {
            // The response is sent before the permit is released, so that a closing server does not cut it off.
            exchange.close();
            permits.release();
        }
    }

    private String operation(HttpExchange exchange) throws RequestRejectedException {
        var headers = exchange.getRequestHeaders();
        var type = Objects.requireNonNullElse(headers.getFirst("Content-Type"), "");
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().toString().equals("/")
                || !isJson(type)) {
            throw RequestRejectedException.unknownOperation();
        }
        return operationTargets.operation(Objects.requireNonNullElse(headers.getFirst("X-Amz-Target"), ""));
    }

    /// Some clients name the character set, which is always UTF-8 in JSON.
    private static boolean isJson(String type) {
        var parts = type.split(";", -1);
        return parts[0].strip().equalsIgnoreCase(JSON)
                && Arrays.stream(parts)
                        .skip(1)
                        .allMatch(part -> CHARSETS.contains(part.strip().toLowerCase(Locale.ROOT)));
    }

    private record Call(String operation, String region, RekognitionRequest request) {}

    private void answer(HttpExchange exchange, Call call) throws IOException, InterruptedException {
        var operation = call.operation();
        var fault = rekognitionFaultInjector.poll(operation);
        if (fault.isEmpty()) {
            send(exchange, operation, reply(call));
            return;
        }
        switch (fault.get()) {
            case RekognitionFault.Refused refused -> send(exchange, operation, RekognitionReply.of(refused));
            case RekognitionFault.Dropped _ -> {}
            case RekognitionFault.DroppedAfterCommit _ -> reply(call);
            case RekognitionFault.Slow slow -> {
                Ticker.SYSTEM.pause(slow.time());
                send(exchange, operation, reply(call));
            }
            case RekognitionFault.HalfAnswer _ -> sendHalf(exchange, reply(call));
            case RekognitionFault.Rewritten rewritten -> {
                var rekognitionReply = reply(call);
                send(
                        exchange,
                        operation,
                        rekognitionReply.withJson(rewritten.answer().apply(rekognitionReply.json())));
            }
        }
    }

    private RekognitionReply reply(Call call) {
        try {
            unmeasured.requireMeasured(call.request());
            var response = Arn.inRegion(call.region(), () -> engine.apply(call.request()));
            return RekognitionReply.of(response, unmeasured.leftOut(call.request(), response));
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
        if (!rekognitionReply.leftOut().isEmpty()) {
            headers.set(UnmeasuredAttributes.HEADER, rekognitionReply.leftOut());
        }
        exchange.sendResponseHeaders(rekognitionReply.status(), bytes.length);
        return bytes;
    }
}
