package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Bodies in chunks. The signatures are those of the example "Signature calculations for the authorization header:
/// transferring payload in multiple chunks" of the Amazon S3 API reference.
class ChunkedPayloadTest {

    private static final String SEED = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    private static final String FIRST = "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";
    private static final String SECOND = "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497";
    private static final String LAST = "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9";

    private static final Authorization CLAIM =
            new Authorization("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3", List.of("host"), SEED);
    private static final Optional<SigningKey> KEY = Optional.of(new SigningKey(
            new AccessKey(CLAIM.keyId(), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), CLAIM, "20130524T000000Z"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(String first, String second, String last) {
        return "10000;chunk-signature=" + first + "\r\n" + "a".repeat(65_536) + "\r\n400;chunk-signature=" + second
                + "\r\n" + "a".repeat(1_024) + "\r\n0;chunk-signature=" + last + "\r\n\r\n";
    }

    @Test
    void signedChunksAreJoined() throws RequestRejectedException {
        var payload = ChunkedPayload.decode(bytes(signed(FIRST, SECOND, LAST)), KEY, SEED);
        assertThat(payload.bytes()).hasSize(66_560).containsOnly('a');
        assertThat(payload.trailers()).isEmpty();
    }

    @Test
    void aChunkThatWasChangedLeftOutOrMovedIsRefused() {
        var good = signed(FIRST, SECOND, LAST);
        var second = good.substring(good.indexOf("400;"), good.indexOf("\r\n0;"));
        for (var bad : List.of(
                good.replaceFirst("aa\r\n400", "ab\r\n400"),
                good.replace(second + "\r\n", ""),
                second + "\r\n" + good.replace(second + "\r\n", ""),
                good.replace(";chunk-signature=" + SECOND, ""),
                signed(FIRST, FIRST, LAST),
                signed(FIRST, SECOND, FIRST))) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> ChunkedPayload.decode(bytes(bad), KEY, SEED))
                    .isInstanceOfSatisfying(
                            RequestRejectedException.class,
                            e -> assertThat(e.code()).isEqualTo("InvalidSignatureException"));
        }
    }

    @Test
    void headersAfterTheLastChunkAreRead() throws RequestRejectedException {
        var payload = ChunkedPayload.decode(
                bytes("3\r\nabc\r\n0\r\nX-Amz-Checksum-Crc32: NSRBwg==\r\n\r\n"), Optional.empty(), "");
        assertThat(payload.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        assertThat(payload.trailers()).isEqualTo(Map.of("x-amz-checksum-crc32", "NSRBwg=="));
    }

    @Test
    void aHeaderAfterTheLastChunkHasToBeSigned() {
        var body = signed(FIRST, SECOND, LAST).stripTrailing() + "\r\nx-amz-checksum-crc32:NSRBwg==\r\n";
        for (var signature : List.of("", "x-amz-trailer-signature:" + LAST + "\r\n")) {
            assertThatThrownBy(() -> ChunkedPayload.decode(bytes(body + signature + "\r\n"), KEY, SEED))
                    .isInstanceOf(RequestRejectedException.class);
        }
    }

    @Test
    void anotherFormIsRefused() {
        for (var bad : List.of(
                "",
                "3",
                "3\r\nab",
                "3\r\nabcd\r\n0\r\n\r\n",
                "-1\r\n",
                "zz\r\n",
                "7fffffff\r\nabc",
                "0\r\nno-colon\r\n",
                "3;" + "x".repeat(600) + "\r\nabc\r\n0\r\n\r\n")) {
            assertThatThrownBy(() -> ChunkedPayload.decode(bytes(bad), Optional.empty(), ""))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            RequestRejectedException.class,
                            e -> assertThat(e.code()).isEqualTo("IncompleteBody"));
        }
    }
}
