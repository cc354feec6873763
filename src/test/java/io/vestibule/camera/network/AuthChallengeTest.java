package io.vestibule.camera.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Login challenges of cameras, also hostile ones. That a camera accepts the answer is in [NetworkCameraTest].
class AuthChallengeTest {

    private static final CameraCredentials LOGIN = new CameraCredentials("desk", "secret");
    private static final URI STREAM = URI.create("https://camera.example/stream");

    @Test
    void parametersAreReadInEverySpelling() {
        assertThat(AuthParameters.parse("Digest realm=\"a, b = c\",nonce=n1 , QOP = \"auth,auth-int\", stale=, x"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("realm", "a, b = c", "nonce", "n1", "qop", "auth,auth-int", "stale", ""));
        assertThat(AuthParameters.parse("Digest realm=\"say \\\"hi\\\"\", nonce=\"open"))
                .containsEntry("nonce", "open");
        assertThat(AuthParameters.parse("Digest realm=\"say \\\"hi\\\"\"")).containsEntry("realm", "say \\\"hi\\\"");
        assertThat(AuthParameters.parse("\"=,= \u0000\\")).isEmpty();
        assertThat(AuthParameters.parse("a=\"\\")).containsOnlyKeys("a");
    }

    @Test
    void aLongChallengeIsAnswered() {
        String realm = "r".repeat(100_000);
        assertThat(answer("Digest nonce=n, realm=\"" + realm)).startsWith("Digest username=\"desk\"");
        assertThat(answer("Basic realm=\"" + realm + "\"")).startsWith("Basic ");
    }

    private static String answer(String header) {
        return AuthChallenge.answer(List.of(header), LOGIN, STREAM, "0123").orElseThrow();
    }
}
