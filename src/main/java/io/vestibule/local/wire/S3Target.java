package io.vestibule.local.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The address of a request to S3 in path style: `/bucket/key?parameters`.
///
/// @param query decoded parameters, without those of a signature and those that stand for headers
/// @param headers the headers that a presigned address has as parameters, by name in lower case
/// @param signature the parameters of a presigned address; empty if a header authenticates the request
/// @param canonicalPath as it is signed: each byte encoded that is not unreserved, but for `/`
/// @param canonicalQuery as it is signed: encoded, in the order of names
record S3Target(
        String bucket,
        String key,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> signature,
        String canonicalPath,
        String canonicalQuery) {

    private static final String UNRESERVED = "-._~";

    /// Begins the names of the parameters that authenticate a request.
    private static final String SIGNING = "X-Amz-";

    /// Begins the names of headers that a presigned address has as parameters.
    private static final String HEADER = "x-amz-";

    /// Checksums of no bytes. SDKs that sign an address before they know the body put them there.
    private static final Set<String> NO_BODY = Set.of("AAAAAA==", "AAAAAAAAAAA=");

    /// Not covered by the signature, since it is the signature.
    private static final String SIGNATURE = "X-Amz-Signature";

    static S3Target parse(URI uri) throws RequestRejectedException {
        try {
            var path = decode(uri.getRawPath());
            int end = path.indexOf('/', 1);
            Map<String, String> query = new LinkedHashMap<>();
            var raw = uri.getRawQuery();
            for (var pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
                var halves = pair.split("=", 2);
                query.put(decode(halves[0]), halves.length == 1 ? "" : decode(halves[1]));
            }
            boolean presigned = query.containsKey(SIGNATURE);
            return new S3Target(
                    end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end),
                    end < 0 ? "" : path.substring(end + 1),
                    parameters(query, name -> !name.startsWith(SIGNING) && !(presigned && name.startsWith(HEADER))),
                    presigned ? headers(query) : Map.of(),
                    presigned ? parameters(query, name -> name.startsWith(SIGNING)) : Map.of(),
                    Arrays.stream(path.split("/", -1)).map(S3Target::encode).collect(Collectors.joining("/")),
                    canonical(query));
        } catch (IllegalArgumentException _) {
            throw RequestRejectedException.badAddress();
        }
    }

    /// Whether the address says that it is presigned.
    static boolean isPresigned(URI uri) {
        return uri.getRawQuery() != null && uri.getRawQuery().contains(SIGNATURE + "=");
    }

    private static Map<String, String> headers(Map<String, String> query) {
        var headers = new HashMap<>(parameters(query, name -> name.startsWith(HEADER)));
        headers.values().removeAll(NO_BODY);
        return headers;
    }

    private static Map<String, String> parameters(Map<String, String> query, Predicate<String> chosen) {
        return query.entrySet().stream()
                .filter(pair -> chosen.test(pair.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String canonical(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(pair -> !pair.getKey().equals(SIGNATURE))
                .map(pair -> Map.entry(encode(pair.getKey()), encode(pair.getValue())))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    /// A plus sign stands for itself.
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return encoded.toString();
    }
}
