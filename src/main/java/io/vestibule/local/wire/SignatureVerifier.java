package io.vestibule.local.wire;

import com.sun.net.httpserver.Headers;
import io.vestibule.base.Sha256;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Verifies that a request was signed with the server's key, recently, for one service and for exactly this body
/// (AWS Signature Version 4).
final class SignatureVerifier {

    /// Maximum difference of the clocks, as for the service itself.
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /// Longest validity of a presigned address, as for the service itself.
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final String DATE = "X-Amz-Date";
    private static final String BODY_HASH = "X-Amz-Content-Sha256";
    private static final String USER_AGENT = "x-amz-user-agent";
    private static final String SESSION = "X-Amz-Security-Token";

    private final AccessKey key;
    private final Supplier<Instant> now;

    SignatureVerifier(AccessKey key, Supplier<Instant> now) {
        this.key = key;
        this.now = now;
    }

    /// Verifies all that does not need the body, so that the body of an unauthenticated caller is never buffered.
    ///
    /// @param service that the request has to be signed for
    /// @throws RequestRejectedException with the error that the service would return
    Authorization verifyHeaders(Headers headers, String service) throws RequestRejectedException {
        var header = headers.getFirst("Authorization");
        if (header == null || header.isBlank()) {
            throw RequestRejectedException.unsigned();
        }
        var claim = Authorization.parse(header, service);
        requireKey(claim, headers.containsKey(SESSION));
        requireSigned(headers, claim.headers());
        var date = Objects.requireNonNullElse(headers.getFirst(DATE), "");
        requireCurrent(claim, date, WINDOW);
        return claim;
    }

    /// As [#verifyHeaders], for a presigned address.
    ///
    /// @param query the parameters of the signature
    Authorization verifyPresigned(Headers headers, Map<String, String> query, String service)
            throws RequestRejectedException {
        var claim = Authorization.parse(query, service);
        requireKey(claim, query.containsKey(SESSION));
        requireSigned(headers, claim.headers());
        requireCurrent(claim, query.getOrDefault(DATE, ""), validity(query.getOrDefault("X-Amz-Expires", "")));
        return claim;
    }

    private static Duration validity(String seconds) throws RequestRejectedException {
        try {
            var validity = Duration.ofSeconds(Long.parseLong(seconds));
            if (validity.isPositive() && validity.compareTo(LONGEST) <= 0) {
                return validity;
            }
        } catch (NumberFormatException _) {
            // answered below
        }
        throw RequestRejectedException.incomplete("X-Amz-Expires is a number of seconds up to a week");
    }

    private void requireKey(Authorization claim, boolean temporary) throws RequestRejectedException {
        // A session token belongs to temporary credentials; those of this server are permanent.
        if (!SigningKey.equalInConstantTime(claim.keyId(), key.id()) || temporary) {
            throw RequestRejectedException.unknownKey();
        }
    }

    /// @throws RequestRejectedException if the signature does not match this request and body
    void verifyBody(Headers headers, Authorization claim, byte[] body) throws RequestRejectedException {
        var hash = Sha256.hex(body);
        var told = headers.getFirst(BODY_HASH);
        if (told != null && !SigningKey.equalInConstantTime(told, hash)) {
            throw RequestRejectedException.badSignature(BODY_HASH + " is not the hash of the body");
        }
        verify(SignedRequest.toRoot(headers), claim, hash);
    }

    /// @param bodyHash hexadecimal, or the name of a scheme that signs the body in another way
    /// @return the key, for what that scheme signs
    /// @throws RequestRejectedException if the signature does not match this request
    SigningKey verify(SignedRequest request, Authorization claim, String bodyHash) throws RequestRejectedException {
        return verify(
                request, claim, Objects.requireNonNullElse(request.headers().getFirst(DATE), ""), bodyHash);
    }

    /// @param date when it was signed, in the form of the header `X-Amz-Date`
    SigningKey verify(SignedRequest request, Authorization claim, String date, String bodyHash)
            throws RequestRejectedException {
        var signingKey = new SigningKey(key, claim, date);
        var signature =
                signingKey.sign(SigningKey.Scheme.REQUEST, Sha256.hex(request.canonical(claim.headers(), bodyHash)));
        if (!SigningKey.equalInConstantTime(signature, claim.signature())) {
            throw RequestRejectedException.badSignature(
                    "The signature is not that of this request under the secret of this key");
        }
        return signingKey;
    }

    /// The host and every `x-amz-` header that means something to the service must be signed, otherwise they
    /// could be exchanged. Several SDKs (JavaScript 2, PHP, AsyncAws) do not sign the content type, which the
    /// server checks.
    private static void requireSigned(Headers headers, List<String> signed) throws RequestRejectedException {
        if (!signed.contains("host")) {
            throw RequestRejectedException.badSignature("The header host must be signed");
        }
        for (var name : headers.keySet()) {
            var plain = name.toLowerCase(Locale.ROOT);
            if (plain.startsWith("x-amz-") && !plain.equals(USER_AGENT) && !signed.contains(plain)) {
                throw RequestRejectedException.badSignature("The header " + plain + " must be signed");
            }
        }
        for (var name : signed) {
            if (!headers.containsKey(name)) {
                throw RequestRejectedException.badSignature("The signed header " + name + " is missing");
            }
        }
    }

    private void requireCurrent(Authorization claim, String text, Duration validity) throws RequestRejectedException {
        Instant signed;
        try {
            signed = LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw RequestRejectedException.incomplete(DATE + " has the form yyyyMMdd'T'HHmmss'Z'");
        }
        if (!text.startsWith(claim.date() + "T")) {
            throw RequestRejectedException.badSignature("The date of the credential scope is not that of " + DATE);
        }
        var present = now.get();
        if (signed.isBefore(present.minus(validity))) {
            throw RequestRejectedException.badSignature(
                    "Signature expired: " + text + " is too early for " + shown(present));
        }
        if (signed.isAfter(present.plus(WINDOW))) {
            throw RequestRejectedException.badSignature(
                    "Signature not yet current: " + text + " is too late for " + shown(present));
        }
    }

    private static String shown(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
