package io.vestibule.local.vms;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A response before it is sent.
///
/// @param headers in addition to the type and length of the body
record VmsReply(int status, Map<String, String> headers, String type, String body) {

    static VmsReply json(int status, Object body) {
        return new VmsReply(status, Map.of(), "application/json", Json.text(body));
    }

    static VmsReply empty(int status) {
        return new VmsReply(status, Map.of(), "", "");
    }

    static VmsReply error(int status, String type, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("errorType", type);
        body.put("errorDetail", detail);
        return json(status, body);
    }

    static VmsReply notFound() {
        return error(404, "not_found", "There is no such thing");
    }

    static VmsReply notAuthorised() {
        return error(401, "invalid_auth", "The licence key is missing, wrong or expired");
    }

    VmsReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new VmsReply(status, more, type, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
