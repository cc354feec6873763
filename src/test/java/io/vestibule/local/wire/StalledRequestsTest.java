package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Callers that stop in the middle of a request.
class StalledRequestsTest {

    private static final int CALLERS = 64;
    private static final int MEMORY = 1024 * 1024;
    private static final int HALF = 16 * 1024;

    @TempDir
    Path folder;

    private ServerFixture fixture;
    private final List<Socket> sockets = new ArrayList<>();
    private RekognitionServer server;

    @BeforeEach
    void open() {
        fixture = ServerFixture.open(folder);
        server = fixture.server;
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        if (!server.equals(fixture.server)) {
            server.close();
        }
        fixture.close();
    }

    private void start(int memory, Duration time) throws IOException {
        server = RekognitionServer.start(
                fixture.local.client::answer,
                fixture.key,
                RekognitionServer.ServerOptions.onPort(0).withLimits(memory, time));
    }

    /// The head of a request with the server's key id and a wrong signature, and part of its body.
    private Socket stalled(int sent) throws IOException {
        URI endpoint = server.endpoint();
        var date = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                .format(Instant.now().atOffset(ZoneOffset.UTC));
        var head = """
                POST / HTTP/1.1\r
                Host: %s\r
                Content-Type: application/x-amz-json-1.1\r
                X-Amz-Target: RekognitionService.ListCollections\r
                X-Amz-Date: %s\r
                Content-Length: 5000000\r
                Authorization: AWS4-HMAC-SHA256 Credential=%s/%s/eu-central-1/rekognition/aws4_request, \
                SignedHeaders=host;x-amz-date;x-amz-target, Signature=%s\r
                \r
                """.formatted(endpoint.getAuthority(), date, fixture.key.id(), date.substring(0, 8), "0".repeat(64));
        var socket = new Socket(endpoint.getHost(), endpoint.getPort());
        sockets.add(socket);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[sent]);
        socket.getOutputStream().flush();
        return socket;
    }

    private RawHttpRequest call() {
        return new RawHttpRequest(server.endpoint(), fixture.key);
    }

    @Test
    void callersWithAWrongSecretThatStopInTheirBodyDelayNobody() throws Exception {
        for (int i = 0; i < CALLERS; i++) {
            stalled(HALF);
        }
        assertThat(call().answer().status()).isEqualTo(200);
    }

    @Test
    void aBodyThatDoesNotComeToItsEndClosesTheConnection() throws Exception {
        start(MEMORY, Duration.ofMillis(200));
        assertThat(stalled(HALF).getInputStream().read()).isEqualTo(-1);
        assertThat(call().answer().status()).isEqualTo(200);
    }

    @Test
    @Timeout(60)
    void bodiesHoldNoMoreThanTheirMemory() throws Exception {
        start(MEMORY, Duration.ofMinutes(1));
        var body = " ".repeat(MEMORY * 5 / 16) + "{}";
        RawHttpRequest.Answer answer;
        // Two stalled callers leave less than the call needs. One that the server reads beside the call may be the one
        // that is refused: then another one comes.
        do {
            stalled(MEMORY * 3 / 8);
            answer = call().body(body).answer();
        } while (answer.status() == 200);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("ServiceUnavailableException");
        for (var socket : sockets) {
            socket.close();
        }
        do {
            answer = call().body(body).answer();
        } while (answer.status() == 503);
        assertThat(answer.status()).isEqualTo(200);
    }
}
