package io.vestibule.vms.http;

import io.vestibule.vms.ServerWords;
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

/// Reads from an answer that is no success what can be done about it.
final class Refusals {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int ILL = 500;
    private static final String HIDDEN = "•••";

    private Refusals() {}

    /// @param secret must not come out again, should the server quote it
    static VmsFailure of(Answer answer, String secret, Instant now) {
        ServerWords said = said(answer, secret);
        Optional<Duration> retryAfter = retryAfter(answer, now);
        return switch (answer.status()) {
            case UNAUTHORISED -> new VmsFailure.KeyRefused(said);
            case FORBIDDEN -> new VmsFailure.Denied(said);
            case NOT_FOUND -> new VmsFailure.NotFound(said);
            case TOO_MANY -> new VmsFailure.Busy(retryAfter);
            case UNAVAILABLE ->
                retryAfter.isPresent() ? new VmsFailure.Busy(retryAfter) : new VmsFailure.Ill(answer.status(), said);
            default ->
                answer.status() >= ILL
                        ? new VmsFailure.Ill(answer.status(), said)
                        : new VmsFailure.Refused(answer.status(), said);
        };
    }

    private static ServerWords said(Answer answer, String secret) {
        JsonNode body = body(answer);
        return new ServerWords(
                text(body.path("errorType")).replace(secret, HIDDEN),
                text(body.path("errorDetail")).replace(secret, HIDDEN));
    }

    private static JsonNode body(Answer answer) {
        try {
            return answer.json();
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

    /// Seconds, or a date of HTTP.
    private static Optional<Duration> retryAfter(Answer answer, Instant now) {
        return answer.headers().firstValue("retry-after").flatMap(value -> {
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
