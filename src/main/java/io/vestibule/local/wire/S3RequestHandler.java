package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vestibule.base.Sha256;
import io.vestibule.local.s3.S3Exception;
import io.vestibule.local.s3.S3Request;
import io.vestibule.local.s3.S3Response;
import io.vestibule.local.s3.S3Service;
import io.vestibule.store.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of every request to S3: the signature of the request, the body and its own signatures, then the service.
final class S3RequestHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(S3RequestHandler.class);
    private static final String SERVICE = "s3";
    private static final String BODY_HASH = "X-Amz-Content-Sha256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    /// Names of schemes in [#BODY_HASH] whose bodies are in chunks.
    private static final String CHUNKS = "STREAMING-";

    private static final String UNSIGNED_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// The errors of the other service, and what S3 answers instead.
    private static final Map<String, S3Exception> REJECTIONS = Map.of(
            "MissingAuthenticationTokenException",
            new S3Exception(403, "AccessDenied", "Access Denied"),
            "UnrecognizedClientException",
            new S3Exception(
                    403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
            "InvalidSignatureException",
            new S3Exception(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided."),
            "RequestEntityTooLargeException",
            new S3Exception(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
            "ServiceUnavailableException",
            new S3Exception(503, "SlowDown", "Please reduce your request rate."),
            "InvalidURI",
            new S3Exception(400, "InvalidURI", "Couldn't parse the specified URI."),
            "IncompleteBody",
            new S3Exception(400, "IncompleteBody", "The request body is not in the form that its headers name."));

    private final S3Service service;
    private final SignatureVerifier signatures;
    private final BodyReader bodies;
    private final RequestPermits permits;

    S3RequestHandler(S3Service service, SignatureVerifier signatures, BodyReader bodies, RequestPermits permits) {
        this.service = service;
        this.signatures = signatures;
        this.bodies = bodies;
        this.permits = permits;
    }

    /// Whether the request claims to be signed for S3, by a header or in its address, and names no operation of the
    /// other service.
    static boolean isAddressed(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return (Authorization.names(headers.getFirst("Authorization"), SERVICE)
                        || S3Target.isPresigned(exchange.getRequestURI()))
                && !headers.containsKey("X-Amz-Target");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            var target = S3Target.parse(exchange.getRequestURI());
            var headers = exchange.getRequestHeaders();
            boolean presigned = !target.signature().isEmpty();
            var claim = presigned
                    ? signatures.verifyPresigned(headers, target.signature(), SERVICE)
                    : signatures.verifyHeaders(headers, SERVICE);
            var hash = headers.getFirst(BODY_HASH);
            if (hash == null && !presigned) {
                throw RequestRejectedException.incomplete("Missing required header for this request: " + BODY_HASH);
            }
            hash = Objects.requireNonNullElse(hash, UNSIGNED);
            var signed = new SignedRequest(
                    exchange.getRequestMethod(), target.canonicalPath(), target.canonicalQuery(), headers);
            var key = presigned
                    ? signatures.verify(signed, claim, target.signature().getOrDefault("X-Amz-Date", ""), hash)
                    : signatures.verify(signed, claim, hash);
            try (var body = bodies.read(exchange)) {
                var payload = payload(body.bytes(), hash, key, claim.signature());
                perform(exchange, request(exchange, target, claim.region(), payload));
            }
        } catch (RequestRejectedException rejection) {
            bodies.drain(exchange);
            send(exchange, error(exchange, translated(rejection)));
        }
    }

    private static ChunkedPayload payload(byte[] body, String hash, SigningKey key, String seed)
            throws RequestRejectedException {
        if (hash.startsWith(CHUNKS)) {
            return ChunkedPayload.decode(
                    body, hash.equals(UNSIGNED_CHUNKS) ? Optional.empty() : Optional.of(key), seed);
        }
        if (!hash.equals(UNSIGNED) && !SigningKey.equalInConstantTime(hash, Sha256.hex(body))) {
            throw RequestRejectedException.badSignature(BODY_HASH + " is not the hash of the body");
        }
        return new ChunkedPayload(body, Map.of());
    }

    private static S3Request request(HttpExchange exchange, S3Target target, String region, ChunkedPayload payload) {
        Map<String, String> headers = new HashMap<>(payload.trailers());
        headers.putAll(target.headers());
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new S3Request(
                exchange.getRequestMethod(),
                target.bucket(),
                target.key(),
                target.query(),
                headers,
                region,
                payload.bytes());
    }

    private void perform(HttpExchange exchange, S3Request request) throws IOException, InterruptedException {
        permits.acquire();
        try {
            send(exchange, response(exchange, request));
        } finally {
            // The response is sent before the permit is released, so that a closing server does not cut it off.
            exchange.close();
            permits.release();
        }
    }

    private S3Response response(HttpExchange exchange, S3Request request) {
        try {
            return service.answer(request);
        } catch (S3Exception error) {
            return error(exchange, error);
        } catch (StoreException e) {
            LOG.error("A request to S3 failed: {}", e.problem().code());
            return error(exchange, S3Exception.internal());
        }
    }

    private static S3Exception translated(RequestRejectedException rejection) {
        return Objects.requireNonNullElseGet(
                REJECTIONS.get(rejection.code()),
                () -> new S3Exception(rejection.status(), "AuthorizationHeaderMalformed", rejection.reason()));
    }

    private static S3Response error(HttpExchange exchange, S3Exception error) {
        return S3Response.of(
                error, exchange.getRequestURI().getRawPath(), UUID.randomUUID().toString());
    }

    private static void send(HttpExchange exchange, S3Response response) throws IOException {
        LOG.debug("S3 {} {}", exchange.getRequestMethod(), response.status());
        var headers = exchange.getResponseHeaders();
        response.headers().forEach(headers::set);
        headers.set("x-amz-request-id", UUID.randomUUID().toString());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            headers.set("Content-Length", Long.toString(response.length()));
        }
        exchange.sendResponseHeaders(response.status(), head || response.length() == 0 ? -1 : response.length());
        if (!head) {
            exchange.getResponseBody().write(response.body());
        }
    }
}
