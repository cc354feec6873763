package io.vestibule.vms.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vestibule.local.vms.VmsFault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What the log says of the calls to a VMS.
class VmsLogTest {

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(VmsHttpTransport.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private VmsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new VmsFixture(folder, 1000);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        fixture.close();
    }

    @Test
    void eachCallIsLoggedWithItsOutcomeAndWithoutIdsKeyOrContent() {
        var rule =
                fixture.client.create(VmsFixture.RULE, fixture.client.ruleIds()).rule();
        fixture.vms.faults().failNext("GET", VmsFault.ILL, false);
        VmsFixture.failure(fixture.client::rules);
        fixture.client.delete(rule);

        assertThat(lines())
                .contains(
                        "POST /api/v3/alert_rules/: 201 after N ms",
                        "GET /api/v3/alert_rules/{id}/: 200 after N ms",
                        "GET /api/v3/alert_rules/: 500 after N ms",
                        "DELETE /api/v3/alert_rules/{id}/: 204 after N ms");
        assertThat(String.join("\n", lines()))
                .doesNotContain(
                        fixture.vms.account().licenceKey(),
                        "user-a",
                        "Guests",
                        "desk@",
                        "/" + rule.id().number());
    }

    @Test
    void aCallThatGetsNoAnswerIsLoggedWithItsCode() {
        fixture.vms.faults().failNext("GET", VmsFault.SLOW, false);
        try (var client = fixture.impatient()) {
            VmsFixture.failure(client::rules);
        }
        fixture.vms.faults().release();

        assertThat(lines()).containsExactly("GET /api/v3/alert_rules/: vms.read-no-answer after N ms");
    }

    @Test
    void onlyWordsOfTheApiAreKeptOfAPath() {
        assertThat(VmsHttpTransport.template(URI.create("https://vms.example/api/v3/channels/849/?key=secret")))
                .isEqualTo("/api/v3/channels/{id}/");
        assertThat(VmsHttpTransport.template(URI.create("https://vms.example/api/v3/channels/0f3a39c3-9c7e/")))
                .isEqualTo("/api/v3/channels/{id}/");
        assertThat(VmsHttpTransport.template(URI.create("https://vms.example/v1/company/Ada%20Lovelace/auth")))
                .isEqualTo("/v1/company/{id}/auth");
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage().replaceFirst("\\d+ ms$", "N ms"))
                .toList();
    }
}
