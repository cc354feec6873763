package io.vestibule.local.vms;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// One received request.
///
/// @param path with a trailing slash if the request had one
/// @param authorisation the `Authorization` header; empty if there was none
record VmsRequest(
        String method,
        String path,
        Map<String, String> query,
        String authorisation,
        Optional<Map<String, Object>> body) {

    private static final int LONGEST_BODY = 1 << 20;

    static VmsRequest of(HttpExchange exchange) throws IOException {
        return new VmsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                Json.object(exchange.getRequestBody().readNBytes(LONGEST_BODY)));
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    /// The parts of the path, split at its slashes.
    List<String> parts() {
        return Arrays.stream(path.split("/", -1))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
