package io.vestibule.vms.http;

import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A response: a status and possibly a body.
final class VmsResponse {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    VmsResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// The body of a response that must have one.
    ///
    /// @throws VmsException [VmsFailure.Unreadable] if it is empty or not JSON
    JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isContainer()) {
                return node;
            }
        } catch (JacksonException _) {
            // The parser's message quotes the body, which must not be logged.
        }
        throw new VmsException(new VmsFailure.Unreadable());
    }
}
