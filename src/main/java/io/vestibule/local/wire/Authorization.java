package io.vestibule.local.wire;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parsed `Authorization` header of Signature Version 4.
///
/// @param date of the credential scope, as `yyyyMMdd`
/// @param service the signing name: `rekognition` or `s3`
/// @param headers names of the signed headers, in lower case and in order
/// @param signature 64 hexadecimal digits
record Authorization(String keyId, String date, String region, String service, List<String> headers, String signature) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String TERMINATOR = "aws4_request";
    private static final int SCOPE_PARTS = 5;
    private static final Pattern NAMES = Pattern.compile("[a-z0-9-]++(?:;[a-z0-9-]++)*+");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

    /// Parses the header; the key and the signature are not verified here.
    ///
    /// @throws RequestRejectedException if a part is missing, malformed, or meant for another service
    static Authorization parse(String header, String service) throws RequestRejectedException {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw RequestRejectedException.incomplete("The Authorization header is not of " + ALGORITHM);
        }
        var rest = header.substring(ALGORITHM.length());
        var credential = part(rest, "Credential").split("/", -1);
        if (credential.length != SCOPE_PARTS) {
            throw RequestRejectedException.incomplete("Credential has the form key/date/region/service/aws4_request");
        }
        if (!credential[4].equals(TERMINATOR)) {
            throw RequestRejectedException.badSignature(
                    "Credential should be scoped with a valid terminator: " + TERMINATOR);
        }
        if (!credential[3].equals(service)) {
            throw RequestRejectedException.badSignature("Credential should be scoped to correct service: " + service);
        }
        if (!REGION.matcher(credential[2]).matches()) {
            throw RequestRejectedException.badSignature("Credential should be scoped to a valid region");
        }
        var names = part(rest, "SignedHeaders");
        var signature = part(rest, "Signature");
        if (!NAMES.matcher(names).matches() || !SIGNATURE.matcher(signature).matches()) {
            throw RequestRejectedException.incomplete(
                    "SignedHeaders or Signature of the Authorization header is out of form");
        }
        var headers = List.of(names.split(";", -1));
        if (!headers.stream().sorted().distinct().toList().equals(headers)) {
            throw RequestRejectedException.incomplete("SignedHeaders is not sorted");
        }
        return new Authorization(credential[0], credential[1], credential[2], service, headers, signature);
    }

    /// Parses the parameters of a presigned address, which stand for the header.
    ///
    /// @throws RequestRejectedException as [#parse(String, String)]
    static Authorization parse(Map<String, String> query, String service) throws RequestRejectedException {
        return parse(
                query.getOrDefault("X-Amz-Algorithm", "") + " Credential=" + query.getOrDefault("X-Amz-Credential", "")
                        + ", SignedHeaders=" + query.getOrDefault("X-Amz-SignedHeaders", "") + ", Signature="
                        + query.getOrDefault("X-Amz-Signature", ""),
                service);
    }

    /// Whether a header claims to be signed for that service; the claim is not verified.
    static boolean names(@Nullable String header, String service) {
        return header != null && header.contains("/" + service + "/" + TERMINATOR);
    }

    String scope() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }

    /// The inputs of the signing key derivation, in order.
    List<String> scopeParts() {
        return List.of(date, region, service, TERMINATOR);
    }

    private static String part(String header, String name) throws RequestRejectedException {
        for (var part : header.split(",", -1)) {
            var pair = part.strip();
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw RequestRejectedException.incomplete("The Authorization header has no " + name);
    }
}
