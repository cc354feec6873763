package io.vestibule.vms.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The client fulfils the contract with the bodies of public documents and samples: the rule of the document
/// verbatim, lists in their envelope, and responses without a body where the samples have none. The server only
/// stores whether the rule exists and its name.
class RecordedContractTest extends VmsContract {

    private static final String RULE = """
            {"alert_type":"human","camera_ids":[849],"created_at":"2026-01-07T14:58:44.282822",
            "event_aliases":["motion"],"id":140,"meta":{"CloudMeta":"true","FacialRecognition":"AWS",
            "face_collection":"Migration_Script_8a0fa252-6c4a-4ec0-abf0-8ecee84e1376",
            "indexes":"0f3a39c3-fd13-441a-bccf-73a54ca9736f"},"name":"%s",
            "recipients":{"app":[],"email":[],"sms":[]},"schedule":{
            "friday":[{"start":"00:00","stop":"23:59"}],"monday":[{"start":"00:00","stop":"23:59"}],
            "saturday":[{"start":"00:00","stop":"23:59"}],"sunday":[{"start":"00:00","stop":"23:59"}],
            "thursday":[{"start":"00:00","stop":"23:59"}],"tuesday":[{"start":"00:00","stop":"23:59"}],
            "wednesday":[{"start":"00:00","stop":"23:59"}]},"site_ids":[],
            "topic":"arn:aws:sns:us-east-1:000000000000:vxg-dev-alert-rule-140"}
            """;
    private static final String MISSING = "{\"status\":404,\"errorType\":\"not_found\",\"errorDetail\":\"Not found\"}";
    private static final String CAMERA = """
            {"id":849,"name":"Door","created":"2024-11-02T10:00:00","rec_mode":"on","streaming":true,
            "timezone":"America/Toronto","access_tokens":{"all":"secret","watch":"secret"},
            "source":{"url":"rtsp://camera/","login":"user","password":"secret"},
            "meta":{"siteId":"12","12":"siteId"}}
            """;
    private static final String GROUP = """
            {"id":31,"name":"Site12","token":"secret","channels":[849],"meta":{},"ai_targeted":false}
            """;

    private HttpServer server;
    private HttpVmsClient client;
    private boolean there;
    private String name = "Face Test";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new HttpVmsClient(
                new VmsConnection(
                        VmsAddress.parse(
                                "http://127.0.0.1:" + server.getAddress().getPort()),
                        LicenceKey.of("v3.key")),
                Timeouts.DEFAULT,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Override
    VmsClient client() {
        return client;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String rule = RULE.formatted(name);
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /api/v3/alert_rules/" -> say(exchange, 200, list(there ? rule : ""));
            case "POST /api/v3/alert_rules/" -> {
                there = true;
                say(exchange, 201, rule);
            }
            case "GET /api/v3/alert_rules/140/" -> say(exchange, there ? 200 : 404, there ? rule : MISSING);
            case "PUT /api/v3/alert_rules/140/" -> {
                name = asked.contains("Face Test 2") ? "Face Test 2" : name;
                say(exchange, 200, RULE.formatted(name));
            }
            case "DELETE /api/v3/alert_rules/140/" -> {
                say(exchange, there ? 204 : 404, there ? "" : MISSING);
                there = false;
            }
            case "GET /api/v3/channels/" -> say(exchange, 200, list(CAMERA));
            case "GET /api/v3/channel_groups/" -> say(exchange, 200, list(GROUP));
            case "GET /api/v3/aliases/" -> say(exchange, 200, list("{\"id\":1,\"alias_name\":\"motion\"}"));
            case "GET /api/v2/server/time/" ->
                say(exchange, 200, "{\"utc\":\"" + LocalDateTime.now(ZoneOffset.UTC) + "\"}");
            default -> say(exchange, 404, MISSING);
        }
    }

    private static String list(String objects) {
        return "{\"meta\":{\"limit\":1000,\"next\":null,\"offset\":0,\"previous\":null,\"total_count\":%d},\"objects\":[%s]}"
                .formatted(objects.isEmpty() ? 0 : 1, objects);
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
