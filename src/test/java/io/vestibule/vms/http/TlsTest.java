package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsFailure;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private Path folder;

    @Test
    void aServerWithAnUntrustedCertificateGetsNoRequest() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server = server(asked, "dns:localhost,ip:127.0.0.1");
        var address =
                VmsAddress.parse("https://localhost:" + server.getAddress().getPort());
        try (var client = new HttpVmsClient(
                new VmsConnection(address, LicenceKey.of("k")), Timeouts.DEFAULT, InstantSource.system())) {
            assertThat(failure(client::rules)).isEqualTo(new VmsFailure.NotTrusted());
            assertThat(failure(() -> client.create(VmsFixture.RULE, java.util.Set.of())))
                    .isEqualTo(new VmsFailure.NotTrusted());
            var cloudTwoClient = new CloudTwoClient(Timeouts.DEFAULT, InstantSource.system());
            assertThat(failure(() -> cloudTwoClient.login(address, "a@example.com", "p")))
                    .isEqualTo(new VmsFailure.NotTrusted());
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theAuthorityOfAFileAndThatOfTheSystemAreTrusted() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server = server(asked, "dns:localhost,ip:127.0.0.1");
        try {
            Path file = certificate();
            assertThat(rules(server, new VmsTrust(Optional.of(file), List.of())))
                    .isEmpty();
            assertThat(rules(server, new VmsTrust(Optional.empty(), List.of(folder.resolve("none"), file))))
                    .isEmpty();
            assertThat(asked).hasValue(2);
            var cloudTwo = new CloudTwoClient(
                    Timeouts.DEFAULT, InstantSource.system(), new VmsTrust(Optional.of(file), List.of()));
            assertThat(failure(() -> cloudTwo.login(address(server), "a@example.com", "p")))
                    .isEqualTo(new VmsFailure.NoVms());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTrustedAuthorityDoesNotMakeUpForAnotherHostName() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server = server(asked, "dns:other.example");
        try {
            VmsTrust trust = new VmsTrust(Optional.of(certificate()), List.of());
            assertThat(failure(() -> rules(server, trust))).isEqualTo(new VmsFailure.NotTrusted());
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsRefusedAndNothingIsSent() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server = server(asked, "dns:localhost,ip:127.0.0.1");
        try {
            Path text = Files.writeString(folder.resolve("empty.pem"), "no certificate");
            for (Path file : List.of(text, folder.resolve("missing.pem"))) {
                VmsTrust trust = new VmsTrust(Optional.of(file), List.of());
                assertThat(failure(trust::check)).isEqualTo(new VmsFailure.NoCertificates());
                assertThat(failure(() -> rules(server, trust))).isEqualTo(new VmsFailure.NoCertificates());
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static VmsAddress address(HttpsServer server) {
        return VmsAddress.parse("https://localhost:" + server.getAddress().getPort());
    }

    private static List<AlertRule> rules(HttpsServer server, VmsTrust trust) {
        try (var client = new HttpVmsClient(
                new VmsConnection(address(server), LicenceKey.of("k")),
                Timeouts.DEFAULT,
                InstantSource.system(),
                trust)) {
            return client.rules();
        }
    }

    private HttpsServer server(AtomicInteger asked, String names) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(names)));
        byte[] empty = "{\"meta\":{\"limit\":20,\"offset\":0,\"total_count\":0},\"objects\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, empty.length);
            exchange.getResponseBody().write(empty);
            exchange.close();
        });
        server.start();
        return server;
    }

    /// The certificate of the server, which is its own authority, as a PEM file.
    private Path certificate() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        byte[] der = store.getCertificate("server").getEncoded();
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n");
    }

    private SSLContext selfSigned(String names) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=" + names,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
