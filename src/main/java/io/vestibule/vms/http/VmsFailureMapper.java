package io.vestibule.vms.http;

import io.vestibule.vms.ServerMessage;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Maps an error response to a [VmsFailure].
final class VmsFailureMapper {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int ILL = 500;
    private static final String HIDDEN = "•••";

    private VmsFailureMapper() {}

    /// @param secret text to remove if the server quotes it
    static VmsFailure toFailure(VmsResponse vmsResponse, String secret, Instant now) {
        ServerMessage message = serverMessage(vmsResponse, secret);
        Optional<Duration> retryAfter = retryAfter(vmsResponse, now);
        return switch (vmsResponse.status()) {
            case UNAUTHORISED -> new VmsFailure.KeyRefused(message);
            case FORBIDDEN -> new VmsFailure.Denied(message);
            case NOT_FOUND -> new VmsFailure.NotFound(message);
            case TOO_MANY -> new VmsFailure.Busy(retryAfter);
            case UNAVAILABLE ->
                retryAfter.isPresent()
                        ? new VmsFailure.Busy(retryAfter)
                        : new VmsFailure.ServerError(vmsResponse.status(), message);
            default ->
                vmsResponse.status() >= ILL
                        ? new VmsFailure.ServerError(vmsResponse.status(), message)
                        : new VmsFailure.Refused(vmsResponse.status(), message);
        };
    }

    private static ServerMessage serverMessage(VmsResponse vmsResponse, String secret) {
        JsonNode body = body(vmsResponse);
        return new ServerMessage(
                text(body.path("errorType")).replace(secret, HIDDEN),
                text(body.path("errorDetail")).replace(secret, HIDDEN));
    }

    private static JsonNode body(VmsResponse vmsResponse) {
        try {
            return vmsResponse.json();
        } catch (VmsException _) {
            return MissingNode.getInstance();
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    /// Parses a number of seconds or an HTTP date.
    private static Optional<Duration> retryAfter(VmsResponse vmsResponse, Instant now) {
        return vmsResponse.headers().firstValue("retry-after").flatMap(value -> {
            try {
                return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
            } catch (NumberFormatException _) {
                return date(value.strip()).map(then -> then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
            }
        });
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
