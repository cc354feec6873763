package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.RuleListing;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bodies of public documents and samples, and servers that deviate from them.
class RecordedVmsTest {

    private static final String RULE =
            "{\"alert_type\":\"human\",\"camera_ids\":[849],\"created_at\":\"2026-01-07T14:58:44.282822\","
                    + "\"event_aliases\":[\"motion\"],\"id\":140,\"meta\":{\"CloudMeta\":\"true\","
                    + "\"FacialRecognition\":\"AWS\",\"face_collection\":\"Migration_Script_8a0fa252\","
                    + "\"indexes\":\"0f3a39c3-fd13-441a-bccf-73a54ca9736f\"},\"name\":\"Face Test\","
                    + "\"recipients\":{\"app\":[],\"email\":[],\"sms\":[]},\"schedule\":{\"friday\":"
                    + "[{\"start\":\"00:00\",\"stop\":\"23:59\"}]},\"site_ids\":[],\"topic\":\"arn:x\"}";

    private final Map<String, String> bodies = new HashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private HttpServer server;
    private HttpVmsClient client;

    /// Two equal rows without an id, a row that is no object, and ids that are none.
    @Test
    void aRowWithoutAReadableIdIsCountedAndTheOthersAreRead() {
        String nameless = RULE.replace("\"id\":140,", "");
        bodies.put(
                "/api/v3/alert_rules/?limit=500&offset=0",
                "{\"meta\":{\"total_count\":6},\"objects\":[" + RULE + "," + nameless + "," + nameless + ",\"x\","
                        + RULE.replace("140", "null") + "," + RULE.replace("140", "\"seven\"") + "]}");

        RuleListing listing = client.listing();

        assertThat(listing.rules()).extracting(rule -> rule.id().number()).containsExactly(140L);
        assertThat(listing.unreadable()).hasSize(5);
        assertThat(listing.unreadable().getFirst().name()).isEqualTo("Face Test");
        assertThat(client.rules()).isEqualTo(listing.rules());
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String uri = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + uri + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = bodies.getOrDefault(uri, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bodies.containsKey(uri) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        client = client(Timeouts.DEFAULT);
    }

    @AfterEach
    void close() {
        go.countDown();
        client.close();
        server.stop(0);
    }

    @Test
    void theExampleRuleIsReadFromAListWithRelativeOrAbsoluteNextLinks() {
        bodies.put(
                "/api/v3/alert_rules/?limit=500&offset=0",
                "{\"meta\":{\"limit\":1,\"next\":\"/api/v3/alert_rules/?limit=1&offset=1\",\"offset\":0,"
                        + "\"previous\":null,\"total_count\":3},\"objects\":[" + RULE + "]}");
        bodies.put(
                "/api/v3/alert_rules/?limit=1&offset=1",
                "{\"meta\":{\"next\":\"" + base() + "/api/v3/alert_rules/?limit=1&offset=2\",\"total_count\":3,"
                        + "\"expire\":\"soon\"},\"objects\":[" + RULE.replace("140", "141") + "]}");
        bodies.put(
                "/api/v3/alert_rules/?limit=1&offset=2",
                "{\"meta\":{\"next\":null,\"total_count\":3},\"objects\":["
                        + RULE.replace("140", "142").replace(".282822", "") + "]}");
        List<AlertRule> rules = client.rules();
        assertThat(rules).extracting(rule -> rule.id().number()).containsExactly(140L, 141L, 142L);
        assertThat(rules.getFirst().knownPeople())
                .contains(new RuleMeta.KnownPeople(
                        "Migration_Script_8a0fa252", List.of("0f3a39c3-fd13-441a-bccf-73a54ca9736f")));
        assertThat(rules.getLast().createdAt()).contains(Instant.parse("2026-01-07T14:58:44Z"));
        assertThat(asked).allMatch(line -> line.endsWith(" LKey v3.key"));
    }

    @Test
    void aListWithoutANextLinkIsReadByItsCount() {
        bodies.put(
                "/api/v3/aliases/?limit=500&offset=0",
                "{\"meta\":{\"total_count\":2},\"objects\":[{\"id\":1,\"alias_name\":\"motion\"}]}");
        bodies.put(
                "/api/v3/aliases/?limit=500&offset=1",
                "{\"meta\":{\"total_count\":2},\"objects\":[{\"id\":2,\"alias_name\":\"sound\"}]}");
        assertThat(client.aliases()).containsExactly("motion", "sound");
    }

    @Test
    void aBareListIsAList() {
        bodies.put("/api/v3/aliases/?limit=500&offset=0", "[\"motion\",\"sound\"]");
        assertThat(client.aliases()).containsExactly("motion", "sound");
    }

    @Test
    void camerasOfSamplesAreRead() {
        bodies.put(
                "/api/v3/channels/?include_meta=true&limit=500&offset=0",
                "{\"objects\":[{\"id\":7,\"name\":\"Door\",\"status\":\"active\",\"timezone\":\"Nowhere/Else\","
                        + "\"meta\":{\"12\":\"siteId\",\"siteId\":\"12\"}},{\"id\":8,\"status\":\"offline\"},{\"name\":\"x\"}]}");
        var channels = client.channels();
        assertThat(channels).hasSize(2);
        assertThat(channels.getFirst().zone()).isEmpty();
        assertThat(channels.getFirst().siteIds()).containsExactly("12");
        assertThat(channels.getLast().name()).isEmpty();
    }

    @Test
    void whatIsNotAListIsUnreadable() {
        for (String body : List.of("{}", "{\"objects\":{}}", "null", "12", "<html>")) {
            bodies.put("/api/v3/alert_rules/?limit=500&offset=0", body);
            assertThat(failure(client::rules)).as(body).isInstanceOf(VmsFailure.Unreadable.class);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/api/v2/server/time/", exchange -> {
            exchange.getResponseHeaders().set("Location", base() + "/elsewhere/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(failure(client::time)).isInstanceOf(VmsFailure.Refused.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void anAnswerThatStopsHalfWayTimesOut() {
        stall();
        try (var impatient = client(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)))) {
            assertThat(failure(impatient::time)).isInstanceOf(VmsFailure.ReadNoAnswer.class);
        }
    }

    @Test
    void anInterruptEndsTheCallAndTheInterruptStatusStaysSet() {
        stall();
        Thread.currentThread().interrupt();
        assertThat(failure(client::time)).isInstanceOf(VmsFailure.ReadNoAnswer.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void stall() {
        server.createContext("/api/v2/server/time/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                go.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpVmsClient client(Timeouts timeouts) {
        return new HttpVmsClient(
                new VmsConnection(VmsAddress.parse(base()), LicenceKey.of("v3.key")), timeouts, InstantSource.system());
    }
}
