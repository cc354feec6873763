package io.vestibule.camera.network;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A camera's login challenge, and the answer to it: Digest (RFC 7616, MD5 and SHA-256), and Basic (RFC 7617) where
/// nothing better is offered.
final class AuthChallenge {

    private static final List<String> BEST_FIRST = List.of("SHA-256", "MD5");

    private AuthChallenge() {}

    /// The header `Authorization` for a GET; empty when the camera offers no supported scheme.
    ///
    /// @param headers the headers `WWW-Authenticate`
    /// @param nonce a new random client nonce
    static Optional<String> answer(List<String> headers, CameraCredentials cameraCredentials, URI uri, String nonce) {
        for (String algorithm : BEST_FIRST) {
            for (String header : headers) {
                if (scheme(header, "digest ")) {
                    Map<String, String> values = AuthParameters.parse(header);
                    if (values.getOrDefault("algorithm", "MD5").equalsIgnoreCase(algorithm)
                            && values.containsKey("nonce")) {
                        return Optional.of(digest(values, algorithm, cameraCredentials, uri, nonce));
                    }
                }
            }
        }
        return headers.stream().anyMatch(header -> scheme(header, "basic"))
                ? Optional.of(basic(cameraCredentials))
                : Optional.empty();
    }

    private static boolean scheme(String header, String name) {
        return header.strip().toLowerCase(Locale.ROOT).startsWith(name);
    }

    private static String basic(CameraCredentials cameraCredentials) {
        byte[] both = (cameraCredentials.user() + ':' + cameraCredentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String digest(
            Map<String, String> params, String algorithm, CameraCredentials cameraCredentials, URI uri, String ours) {
        String realm = params.getOrDefault("realm", "");
        String nonce = params.getOrDefault("nonce", "");
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
        boolean counted = Stream.of(params.getOrDefault("qop", "").split(",", -1))
                .anyMatch(qop -> qop.strip().equals("auth"));
        String who = hash(algorithm, cameraCredentials.user() + ':' + realm + ':' + cameraCredentials.password());
        String what = hash(algorithm, "GET:" + target);
        String middle = counted ? nonce + ":00000001:" + ours + ":auth" : nonce;
        var answer = new StringBuilder(
                "Digest username=\"" + quoted(cameraCredentials.user()) + "\", realm=\"" + realm + "\", nonce=\""
                        + nonce + "\", uri=\"" + target + "\", algorithm=" + algorithm + ", response=\""
                        + hash(algorithm, who + ':' + middle + ':' + what) + '"');
        if (counted) {
            answer.append(", qop=auth, nc=00000001, cnonce=\"").append(ours).append('"');
        }
        if (params.containsKey("opaque")) {
            answer.append(", opaque=\"").append(params.get("opaque")).append('"');
        }
        return answer.toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
