package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.engine.LocalEngine;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that no SDK would send, and other input that a server has to handle.
class RequestsTest {

    private static final int LONGEST = 16 * 1024 * 1024;

    @TempDir
    Path folder;

    private ServerFixture serverFixture;

    @BeforeEach
    void open() {
        serverFixture = ServerFixture.open(folder);
        serverFixture.local.withCollection();
    }

    @AfterEach
    void close() {
        serverFixture.close();
    }

    private RawHttpRequest sent(String operation, String json) {
        return new RawHttpRequest(serverFixture)
                .target("RekognitionService." + operation)
                .body(json);
    }

    @Test
    void whatIsNoOperationIsUnknown() throws Exception {
        for (var rawHttpRequest : List.of(
                sent("MakeCoffee", "{}"),
                sent("", "{}"),
                new RawHttpRequest(serverFixture).target("DynamoDB_20120810.ListTables"),
                new RawHttpRequest(serverFixture).target("ListCollections"),
                new RawHttpRequest(serverFixture).by("PUT", "/"),
                new RawHttpRequest(serverFixture).by("POST", "/collections"),
                new RawHttpRequest(serverFixture).by("POST", "/?a=b"),
                new RawHttpRequest(serverFixture).with("Content-Type", "text/plain"))) {
            var answer = rawHttpRequest.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("UnknownOperationException");
        }
    }

    @Test
    void theContentTypeMayNameItsCharacterSet() throws Exception {
        for (var type : List.of(
                "application/x-amz-json-1.1; charset=utf-8",
                "application/x-amz-json-1.1;charset=UTF-8",
                "Application/X-Amz-Json-1.1 ; charset=\"utf-8\"")) {
            assertThat(sent("ListCollections", "{}")
                            .with("Content-Type", type)
                            .answer()
                            .status())
                    .as(type)
                    .isEqualTo(200);
        }
        assertThat(sent("ListCollections", "{}")
                        .with("Content-Type", "application/x-amz-json-1.1; charset=utf-16")
                        .answer()
                        .code())
                .isEqualTo("UnknownOperationException");
    }

    @Test
    void arnsAreOfTheRegionThatWasAskedForAndTagsWorkByThem() throws Exception {
        var arn = sent("DescribeCollection", "{\"CollectionId\": \"office\"}")
                .answer()
                .json()
                .path("CollectionARN")
                .asString();
        assertThat(arn).isEqualTo("arn:aws:rekognition:eu-central-1:000000000000:collection/office");
        assertThat(sent("TagResource", "{\"ResourceArn\": \"%s\", \"Tags\": {\"a\": \"b\"}}".formatted(arn))
                        .answer()
                        .status())
                .isEqualTo(200);
        var elsewhere = arn.replace("eu-central-1", "us-east-1");
        assertThat(sent("ListTagsForResource", "{\"ResourceArn\": \"%s\"}".formatted(elsewhere))
                        .answer()
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void whatIsNotTheJsonOfTheRequestCannotBeRead() throws Exception {
        for (var json : List.of(
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"CollectionId\": 5}",
                "{\"CollectionId\": {\"a\": 1}}",
                "{\"CollectionId\": \"office\", \"MaxResults\": \"5\"}",
                "{\"CollectionId\": \"office\", \"MaxResults\": 5.5}",
                "{\"CollectionId\": \"office\", \"MaxResults\": 1e99}",
                "{\"CollectionId\": \"office\", \"MaxResults\": 4294967297}",
                "{\"CollectionId\": \"office\", \"FaceIds\": \"a\"}",
                "{\"CollectionId\": \"office\", \"FaceIds\": [null]}",
                "{\"CollectionId\": \"office\", \"FaceIds\": {\"0\": \"a\"}}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000))) {
            var answer = sent("ListFaces", json).answer();
            assertThat(answer.code())
                    .as(json.substring(0, Math.min(80, json.length())))
                    .isEqualTo("SerializationException");
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(sent("DetectFaces", "{\"Image\": {\"Bytes\": \"no base64!\"}}")
                        .answer()
                        .code())
                .isEqualTo("SerializationException");
        assertThat(new RawHttpRequest(serverFixture)
                        .body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .answer()
                        .code())
                .isEqualTo("SerializationException");
    }

    @Test
    void membersThatAreUnknownOrNullAreAsIfTheyWereNotThere() throws Exception {
        var json = "{\"CollectionId\": \"office\", \"MaxResults\": null, \"Mood\": [{\"a\": 1}]}";
        assertThat(sent("ListFaces", json).answer().status()).isEqualTo(200);
        assertThat(sent("ListFaces", "{\"CollectionId\": \"office\", \"MaxResults\": 5.0}")
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(sent("ListCollections", "").answer().status()).isEqualTo(200);
    }

    @Test
    void absentMembersAreLeftOutAndEmptyListsAreNot() throws Exception {
        var answer = sent("ListFaces", "{\"CollectionId\": \"office\"}").answer();
        assertThat(answer.json().path("Faces").isArray()).isTrue();
        assertThat(answer.json().has("NextToken")).isFalse();
        assertThat(sent("CreateUser", "{\"CollectionId\": \"office\", \"UserId\": \"u\"}")
                        .answer()
                        .json())
                .isEmpty();
    }

    @Test
    void timesAreSecondsOfTheEpoch() throws Exception {
        var answer =
                sent("DescribeCollection", "{\"CollectionId\": \"office\"}").answer();
        assertThat(answer.json().path("CreationTimestamp").isNumber()).isTrue();
        assertThat(answer.json().path("CreationTimestamp").asDouble()).isEqualTo(1_772_355_600d);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndTheConnectionHolds() throws Exception {
        assertThat(new RawHttpRequest(serverFixture)
                        .body(" ".repeat(LONGEST - 2) + "{}")
                        .answer()
                        .status())
                .isEqualTo(200);
        var answer = new RawHttpRequest(serverFixture)
                .body(" ".repeat(LONGEST - 1) + "{}")
                .answer();
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("RequestEntityTooLargeException");
    }

    @Test
    void aLongBodyOfAStrangerIsRefusedInWords() throws Exception {
        var answer = new RawHttpRequest(serverFixture.server.endpoint(), AccessKey.random())
                .body("x".repeat(6 * 1024 * 1024))
                .answer();
        assertThat(answer.code()).isEqualTo("UnrecognizedClientException");
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        var serverOptions = RekognitionServer.ServerOptions.onPort(
                serverFixture.server.endpoint().getPort());
        assertThatThrownBy(() ->
                        RekognitionServer.start(serverFixture.local.client::answer, serverFixture.key, serverOptions))
                .isInstanceOf(BindException.class);
    }

    @Test
    void theKeyStaysInAFileOfItsOwnerAndIsNeverShown() throws Exception {
        var file = new AccessKeyFile(folder);
        var made = file.getOrCreate();
        assertThat(new AccessKeyFile(folder).getOrCreate()).isEqualTo(made);
        assertThat(made.toString()).doesNotContain(made.secret());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
            var second = file.getOrCreate();
            assertThat(second).as("a key that others could read").isNotEqualTo(made);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
        }
        Files.writeString(file.path(), "[default]\nnonsense");
        assertThat(file.getOrCreate().secret()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(LocalEngine.COLLECTION).isNotEmpty();
    }
}
