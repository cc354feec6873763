package io.vestibule.local.wire;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.stream.Collectors;

/// What a signature covers, besides the body.
///
/// @param path encoded as in a canonical request, beginning with `/`
/// @param query canonical: encoded, in order, joined by `&`
record SignedRequest(String method, String path, String query, Headers headers) {

    /// A request to Rekognition, which has one address.
    static SignedRequest toRoot(Headers headers) {
        return new SignedRequest("POST", "/", "", headers);
    }

    String canonical(List<String> names, String bodyHash) {
        return names.stream()
                .map(name -> name + ":" + value(headers.getOrDefault(name, List.of())) + "\n")
                .collect(Collectors.joining(
                        "",
                        method + "\n" + path + "\n" + query + "\n",
                        "\n" + String.join(";", names) + "\n" + bodyHash));
    }

    private static String value(List<String> values) {
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }
}
