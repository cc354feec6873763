package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// `--serve-local` from the user's point of view: a separate process, its output, its key file, its end.
class RunServerTest {

    private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /// Above the limit of the server.
    private static final int CONNECTIONS = 1_100;

    @TempDir
    Path folder;

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--serve-local",
                        "--data",
                        folder.resolve("data").toString()))
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void servesUntilItIsStoppedAndPersistsItsData() throws Exception {
        collection((client, endpoint) -> {
            client.createCollection(r -> r.collectionId("kept"));
            crowd(endpoint);
            assertThat(client.listCollections().collectionIds()).containsExactly("kept");
        });
        collection((client, _) ->
                assertThat(client.listCollections().collectionIds()).containsExactly("kept"));
    }

    /// More connections than the server keeps, none of which sends a whole request: those that are too many are closed,
    /// and those before them are served when they go on.
    private static void crowd(URI endpoint) throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                var socket = new Socket(endpoint.getHost(), endpoint.getPort());
                sockets.add(socket);
                socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(isClosed(sockets.getLast())).isTrue();
            var first = sockets.getFirst();
            first.getOutputStream().write("Content-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(
                            first.getInputStream().readNBytes("HTTP/1.1 400".length()), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }

    private interface Call {
        void on(RekognitionClient client, URI endpoint) throws Exception;
    }

    private void collection(Call call) throws Exception {
        var server = start();
        try (var out = server.inputReader()) {
            var endpoint = endpoint(out);
            assertThat(out.readLine()).contains("rekognition.credentials");
            try (var client = client(endpoint)) {
                call.on(client, endpoint);
            }
            inUse();
            server.toHandle().destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines()).contains("Stopping.");
        } finally {
            server.destroyForcibly();
        }
    }

    private void inUse() throws Exception {
        var second = start();
        try (var out = second.inputReader()) {
            assertThat(String.join(" ", out.lines().toList()))
                    .contains("Vestibule")
                    .doesNotContain("Exception");
            assertThat(second.waitFor()).isEqualTo(1);
        } finally {
            second.destroyForcibly();
        }
    }

    private static URI endpoint(BufferedReader out) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            var found = ENDPOINT.matcher(line);
            if (found.find()) {
                return URI.create(found.group());
            }
        }
        throw new AssertionError("No endpoint was told: " + lines);
    }

    private RekognitionClient client(URI endpoint) {
        var file = ProfileFile.builder()
                .content(folder.resolve("data").resolve("rekognition.credentials"))
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
        return RekognitionClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(ProfileCredentialsProvider.builder()
                        .profileFile(file)
                        .profileName("default")
                        .build())
                .build();
    }
}
