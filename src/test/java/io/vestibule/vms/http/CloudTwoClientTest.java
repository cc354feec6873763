package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudTwoClientTest {

    private final CloudTwoClient cloudTwoClient = new CloudTwoClient(Timeouts.DEFAULT, InstantSource.system());

    @TempDir
    private Path folder;

    @Test
    void aLoginYieldsAddressAndKeyOfTheVms() {
        try (var fixture = new VmsFixture(folder, 1_000)) {
            var account = fixture.vms.account();
            var address = VmsAddress.parse(fixture.vms.address().toString());
            var loginResult = cloudTwoClient.login(address, " " + account.email() + " ", account.password());
            assertThat(loginResult.connection().address()).isEqualTo(address);
            assertThat(loginResult.toString()).doesNotContain(account.licenceKey());
            try (var client = new HttpVmsClient(loginResult.connection(), Timeouts.DEFAULT, InstantSource.system())) {
                assertThat(client.rules()).hasSize(3);
            }
            assertThat(failure(() -> cloudTwoClient.login(address, account.email(), "another")))
                    .isInstanceOfSatisfying(
                            VmsFailure.LoginRefused.class,
                            refused -> assertThat(refused.serverMessage().detail())
                                    .isEqualTo("E-mail or password is wrong"));
        }
    }

    @Test
    void aCompanyWithoutAVmsIsReported() throws Exception {
        assertThat(answered("{\"accessToken\":\"t\",\"session\":{\"company\":{\"id\":\"c\"}}}"))
                .isEqualTo(new VmsFailure.NoVms());
    }

    @Test
    void anUnencryptedAddressIsNotAcceptedFromALogin() throws Exception {
        assertThat(
                        answered(
                                "{\"session\":{\"company\":{\"id\":\"c\",\"endpoint\":\"http://vms.example.com/\",\"lKey\":\"k\"}}}"))
                .isEqualTo(new VmsFailure.NotEncrypted());
    }

    private VmsFailure answered(String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/auth", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var address =
                    VmsAddress.parse("http://127.0.0.1:" + server.getAddress().getPort());
            return failure(() -> cloudTwoClient.login(address, "a@example.com", "p"));
        } finally {
            server.stop(0);
        }
    }
}
