package io.vestibule.vms.http;

import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back: a status and perhaps a body.
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

    /// The body of an answer that promised one.
    ///
    /// @throws VmsException [VmsFailure.Unreadable] if it is empty or no JSON
    JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isContainer()) {
                return node;
            }
        } catch (JacksonException _) {
            // The parser's message quotes the body, which is nobody's business.
        }
        throw new VmsException(new VmsFailure.Unreadable());
    }
}
