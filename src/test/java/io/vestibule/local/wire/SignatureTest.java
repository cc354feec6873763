package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which requests the server accepts: those signed with the key, recently, for exactly this request.
class SignatureTest {

    private static final String UNSIGNED = "MissingAuthenticationTokenException";
    private static final String INCOMPLETE = "IncompleteSignatureException";
    private static final String UNKNOWN = "UnrecognizedClientException";
    private static final String INVALID = "InvalidSignatureException";

    @TempDir
    Path folder;

    private ServerFixture serverFixture;

    @BeforeEach
    void open() {
        serverFixture = ServerFixture.open(folder);
    }

    @AfterEach
    void close() {
        serverFixture.close();
    }

    private RawHttpRequest sent() {
        return new RawHttpRequest(serverFixture);
    }

    private static void refused(String code, RawHttpRequest rawHttpRequest) throws Exception {
        var answer = rawHttpRequest.answer();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("Message").asString()).isNotBlank();
        assertThat(answer.json().has("CollectionIds")).isFalse();
    }

    private String authorization() throws Exception {
        return "AWS4-HMAC-SHA256 Credential=" + serverFixture.key.id()
                + "/20260101/eu-central-1/rekognition/aws4_request, SignedHeaders=host;x-amz-date, Signature="
                + "0".repeat(64);
    }

    @Test
    void aSignedRequestIsAnswered() throws Exception {
        assertThat(sent().answer().status()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutASignatureIsRefused() throws Exception {
        refused(UNSIGNED, sent().without("Authorization"));
    }

    @Test
    void aMalformedAuthorizationIsRefused() throws Exception {
        var good = authorization();
        for (var bad : List.of(
                "Basic YTpi",
                "AWS4-HMAC-SHA256 nothing",
                good.replace("Signature=", "Sign="),
                good.replace("/aws4_request", ""),
                good.replace("host;x-amz-date", "x-amz-date;host"),
                good.replace("host;x-amz-date", "host;host"),
                good.replace("host;x-amz-date", "host;;"),
                good.replace("0000", "zzzz"),
                good.replace("0".repeat(64), "0".repeat(63)))) {
            refused(INCOMPLETE, sent().tampered("Authorization", bad));
        }
        for (var bad : List.of(
                good.replace("aws4_request", "aws5_request"),
                good.replace("/rekognition/", "/s3/"),
                good.replace("eu-central-1", "eu central"))) {
            refused(INVALID, sent().tampered("Authorization", bad));
        }
    }

    @Test
    void anotherKeyIsUnknown() throws Exception {
        refused(UNKNOWN, new RawHttpRequest(serverFixture.server.endpoint(), AccessKey.random()));
    }

    @Test
    void temporaryCredentialsAreUnknown() throws Exception {
        refused(UNKNOWN, sent().with("X-Amz-Security-Token", "token"));
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        var guessed = new AccessKey(serverFixture.key.id(), AccessKey.random().secret());
        refused(INVALID, new RawHttpRequest(serverFixture.server.endpoint(), guessed));
    }

    @Test
    void aSignatureForAnotherServiceIsRefused() throws Exception {
        refused(INVALID, sent().scopedTo("s3"));
    }

    @Test
    void theBodyIsPartOfTheSignature() throws Exception {
        refused(INVALID, sent().tamperedBody("{\"MaxResults\": 1}"));
    }

    @Test
    void aBodyThatIsSwappedWithItsHashIsRefused() throws Exception {
        refused(
                INVALID,
                sent().tamperedBody("")
                        .tampered(
                                "x-amz-content-sha256",
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        refused(INVALID, sent().tampered("x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    }

    @Test
    void theTargetIsPartOfTheSignature() throws Exception {
        refused(INVALID, sent().tampered("X-Amz-Target", "RekognitionService.ListUsers"));
    }

    @Test
    void aHeaderOfAwsMustBeSigned() throws Exception {
        refused(INVALID, sent().tampered("X-Amz-Added", "later"));
    }

    /// JavaScript 2, PHP and AsyncAws sign neither of them.
    @Test
    void theContentTypeAndTheNameOfTheClientNeedNotBeSigned() throws Exception {
        var answer = sent().unsigned("Content-Type", "application/x-amz-json-1.1")
                .tampered("X-Amz-User-Agent", "aws-sdk-js/2")
                .answer();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aSignedHeaderMustBeThere() throws Exception {
        refused(INVALID, sent().with("X-Extra", "1").without("X-Extra"));
    }

    @Test
    void spacesInSignedHeadersDoNotMatter() throws Exception {
        assertThat(sent().with("X-Extra", "a   b").answer().status()).isEqualTo(200);
    }

    @Test
    void clocksMayBeAQuarterOfAnHourApart() throws Exception {
        var now = Instant.now();
        var near = Duration.ofMinutes(14);
        var far = Duration.ofMinutes(16);
        assertThat(sent().at(now.minus(near)).answer().status()).isEqualTo(200);
        assertThat(sent().at(now.plus(near)).answer().status()).isEqualTo(200);
        refused(INVALID, sent().at(now.minus(far)));
        refused(INVALID, sent().at(now.plus(far)));
        assertThat(sent().at(now.minus(far)).answer().json().path("Message").asString())
                .startsWith("Signature expired");
        assertThat(sent().at(now.plus(far)).answer().json().path("Message").asString())
                .startsWith("Signature not yet current");
    }

    @Test
    void theDateOfTheScopeIsThatOfTheRequest() throws Exception {
        refused(INVALID, sent().tampered("Authorization", authorization()));
        refused(INCOMPLETE, sent().tampered("X-Amz-Date", "yesterday"));
    }
}
