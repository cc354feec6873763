package io.vestibule.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmsAddressTest {

    @ParameterizedTest
    @CsvSource({
        "vms.example.com, https://vms.example.com/",
        "' https://VMS.example.com:8443 ', https://VMS.example.com:8443/",
        "https://vms.example.com/api/v3/alert_rules/, https://vms.example.com/",
        "https://vms.example.com/docs/v3.html, https://vms.example.com/",
        "https://example.com/vms/, https://example.com/vms/",
        "http://127.0.0.1:4000, http://127.0.0.1:4000/",
        "http://127.8.8.8, http://127.8.8.8/",
        "http://localhost:80/, http://localhost:80/",
        "http://[::1]:80, http://[::1]:80/",
    })
    void aPastedAddressBecomesABaseAddress(String typed, String base) {
        assertThat(VmsAddress.parse(typed)).hasToString(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vms.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://[::2]",
            })
    void plainHttpIsForLoopbackOnly(String typed) {
        assertFailure(typed, new VmsFailure.NotEncrypted());
        assertThatThrownBy(() -> new VmsAddress(URI.create(typed + "/"))).isInstanceOf(VmsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://vms.example.com",
                "https://somebody@vms.example.com",
                "https://a b",
                "file:///etc/passwd",
                "https://vms.example.com:0",
                "https://vms.example.com:70000",
            })
    void anAddressThatIsNotAServerIsRejected(String typed) {
        assertFailure(typed, new VmsFailure.BadAddress());
    }

    @Test
    void aPathIsResolvedAlsoBehindAProxyWithAPathPrefix() {
        var plain = VmsAddress.parse("https://vms.example.com");
        assertThat(plain.resolve("/api/v3/x/?a=1")).hasToString("https://vms.example.com/api/v3/x/?a=1");
        var folder = VmsAddress.parse("https://example.com/vms");
        assertThat(folder.resolve("api/v3/x/")).hasToString("https://example.com/vms/api/v3/x/");
        assertThat(folder.resolve("/api/v3/x/")).hasToString("https://example.com/vms/api/v3/x/");
        assertThat(folder.resolve("/vms/api/v3/x/")).hasToString("https://example.com/vms/api/v3/x/");
    }

    @Test
    void anotherServerIsDistinguished() {
        var address = VmsAddress.parse("https://vms.example.com");
        assertThat(address.isSameServer(URI.create("https://vms.example.com:443/x")))
                .isTrue();
        assertThat(address.isSameServer(URI.create("https://VMS.example.com/x")))
                .isTrue();
        for (String other : new String[] {
            "http://vms.example.com/",
            "https://vms.example.com:8443/",
            "https://example.com/",
            "https://a@vms.example.com/"
        }) {
            assertThat(address.isSameServer(URI.create(other))).as(other).isFalse();
        }
        assertThat(address.isSameServer(address.resolve("//elsewhere.example.com/")))
                .isFalse();
    }

    @Test
    void theKeyIsNeverPrinted() {
        var connection = new VmsConnection(VmsAddress.parse("vms.example.com"), LicenceKey.of(" v3.secret "));
        assertThat(connection.key().reveal()).isEqualTo("v3.secret");
        assertThat(connection.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> LicenceKey.of("two words")).isInstanceOf(VmsException.class);
        assertThatThrownBy(() -> LicenceKey.of("line\nbreak")).isInstanceOf(VmsException.class);
    }

    private static void assertFailure(String typed, VmsFailure failure) {
        assertThatThrownBy(() -> VmsAddress.parse(typed))
                .isInstanceOfSatisfying(
                        VmsException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
