package io.vestibule.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.wire.ServerFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/// What a program sees that uses the SDK's own client of S3, over HTTP.
class S3ServiceTest {

    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static ServerFixture server;
    private static S3Client s3;

    @BeforeAll
    static void open() {
        server = ServerFixture.open(folder);
        s3 = client(server.key.secret());
    }

    private static S3Client client(String secret) {
        return client(server, secret);
    }

    static S3Client client(ServerFixture server, String secret) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(server.key.id(), secret)))
                .overrideConfiguration(o -> o.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    @AfterAll
    static void close() {
        s3.close();
        server.close();
    }

    private static String bucket(String name) {
        s3.createBucket(r -> r.bucket(name));
        return name;
    }

    private static byte[] get(String bucket, String key) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray();
    }

    @Test
    void anObjectIsReadAsItWasWrittenAndReplacedAsAWhole() {
        var bucket = bucket("objects");
        for (var key : List.of("a.jpg", "folder/ä b+c(1)%20.jpg", "日本/..", "x//y", "'&<>\"")) {
            s3.putObject(
                    r -> r.bucket(bucket).key(key).contentType("image/jpeg").metadata(Map.of("gate", "north")),
                    RequestBody.fromBytes(new byte[] {1}));
            var etag = s3.putObject(
                            r -> r.bucket(bucket)
                                    .key(key)
                                    .contentType("image/png")
                                    .metadata(Map.of("gate", "south")),
                            RequestBody.fromBytes(BYTES))
                    .eTag();
            assertThat(get(bucket, key)).isEqualTo(BYTES);
            assertThat(s3.headObject(r -> r.bucket(bucket).key(key))).satisfies(head -> {
                assertThat(head.contentLength()).isEqualTo(BYTES.length);
                assertThat(head.contentType()).isEqualTo("image/png");
                assertThat(head.metadata()).containsEntry("gate", "south");
                assertThat(head.eTag()).isEqualTo(etag);
            });
        }
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("a.jpg").range("bytes=5-"))
                        .asUtf8String())
                .isEqualTo("bytes");
    }

    @Test
    void everyChecksumOfTheSdkIsAccepted() {
        var bucket = bucket("checksums");
        for (var algorithm : List.of(
                ChecksumAlgorithm.CRC32, ChecksumAlgorithm.CRC32_C, ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256)) {
            s3.putObject(
                    r -> r.bucket(bucket).key(algorithm.toString()).checksumAlgorithm(algorithm),
                    RequestBody.fromBytes(BYTES));
            assertThat(get(bucket, algorithm.toString())).isEqualTo(BYTES);
        }
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsStored() {
        var bucket = bucket("wrong-checksum");
        assertThatThrownBy(() -> s3.putObject(
                        r -> r.bucket(bucket).key("a").contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                        RequestBody.fromBytes(BYTES)))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
        assertThatThrownBy(() -> get(bucket, "a")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void aListComesInPagesAndInFolders() {
        var bucket = bucket("list");
        for (var key : List.of("a/1", "a/2", "a/3", "b/1", "c", "d")) {
            s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(BYTES));
        }
        var all = s3.listObjectsV2Paginator(r -> r.bucket(bucket).maxKeys(2));
        assertThat(all.stream()).allMatch(page -> page.contents().size() <= 2);
        assertThat(all.contents().stream().map(S3Object::key)).containsExactly("a/1", "a/2", "a/3", "b/1", "c", "d");
        var top = s3.listObjectsV2Paginator(r -> r.bucket(bucket).delimiter("/").maxKeys(1));
        assertThat(top.commonPrefixes().stream().map(CommonPrefix::prefix)).containsExactly("a/", "b/");
        assertThat(top.contents().stream().map(S3Object::key)).containsExactly("c", "d");
        assertThat(s3.listObjectsV2(r -> r.bucket(bucket).prefix("a/").startAfter("a/1"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("a/2", "a/3");
        assertThat(s3.listObjects(r -> r.bucket(bucket).marker("b/1")).contents())
                .extracting(S3Object::key)
                .containsExactly("c", "d");
    }

    @Test
    void aBucketIsDeletedOnlyWhenItIsEmpty() {
        var bucket = bucket("emptied");
        assertThat(s3.listBuckets().buckets()).anyMatch(known -> known.name().equals(bucket));
        assertThatThrownBy(() -> bucket(bucket)).isInstanceOf(BucketAlreadyOwnedByYouException.class);
        IntStream.range(0, 3)
                .forEach(n -> s3.putObject(r -> r.bucket(bucket).key("k" + n), RequestBody.fromBytes(BYTES)));
        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket(bucket))).isInstanceOf(S3Exception.class);
        s3.deleteObject(r -> r.bucket(bucket).key("k0"));
        s3.deleteObjects(r -> r.bucket(bucket)
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("k1").build(),
                        ObjectIdentifier.builder().key("k2").build())));
        s3.deleteBucket(r -> r.bucket(bucket));
        assertThatThrownBy(() -> s3.headBucket(r -> r.bucket(bucket))).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void whatIsNotProvidedIsRefusedByName() {
        var bucket = bucket("refusals");
        assertThatThrownBy(() -> s3.putObjectTagging(r -> r.bucket(bucket)
                        .key("a")
                        .tagging(t -> t.tagSet(
                                Tag.builder().key("gate").value("north").build()))))
                .hasMessageContaining("tagging");
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket(bucket).key("a").versionId("1")))
                .hasMessageContaining("versionId");
        assertThatThrownBy(() -> s3.putObject(
                        r -> r.bucket(bucket).key("a").acl(ObjectCannedACL.PUBLIC_READ), RequestBody.fromBytes(BYTES)))
                .hasMessageContaining("ACLs");
    }

    private static void refused(String code, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void anObjectIsCopiedWithItsHeadersOrOthers() {
        var bucket = bucket("copies");
        var key = "folder/ä b+c.jpg";
        s3.putObject(
                r -> r.bucket(bucket).key(key).contentType("image/jpeg").metadata(Map.of("gate", "north")),
                RequestBody.fromBytes(BYTES));
        s3.copyObject(r ->
                r.sourceBucket(bucket).sourceKey(key).destinationBucket(bucket).destinationKey("b"));
        assertThat(s3.headObject(r -> r.bucket(bucket).key("b")).metadata()).containsEntry("gate", "north");
        assertThat(get(bucket, "b")).isEqualTo(BYTES);
        s3.copyObject(r -> r.sourceBucket(bucket)
                .sourceKey("b")
                .destinationBucket(bucket)
                .destinationKey("b")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("gate", "south")));
        assertThat(s3.headObject(r -> r.bucket(bucket).key("b")).metadata()).containsEntry("gate", "south");
        refused(
                "InvalidRequest",
                () -> s3.copyObject(r -> r.sourceBucket(bucket)
                        .sourceKey("b")
                        .destinationBucket(bucket)
                        .destinationKey("b")));
    }

    @Test
    void anObjectIsReadAndWrittenOnConditions() {
        var bucket = bucket("conditions");
        var tag = s3.putObject(r -> r.bucket(bucket).key("a"), RequestBody.fromBytes(BYTES))
                .eTag();
        assertThat(s3.getObjectAsBytes(
                                r -> r.bucket(bucket).key("a").ifMatch(tag).range("bytes=0-3"))
                        .asUtf8String())
                .isEqualTo("some");
        refused(
                "PreconditionFailed",
                () -> s3.getObject(r -> r.bucket(bucket).key("a").ifMatch("other")));
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket(bucket).key("a").ifNoneMatch(tag)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
        refused(
                "PreconditionFailed",
                () -> s3.putObject(r -> r.bucket(bucket).key("a").ifNoneMatch("*"), RequestBody.fromBytes(BYTES)));
        refused(
                "PreconditionFailed",
                () -> s3.putObject(r -> r.bucket(bucket).key("a").ifMatch("other"), RequestBody.fromBytes(BYTES)));
    }

    /// The check value of the algorithm, as its catalogue has it.
    @Test
    void theChecksumThatNewSdksPreferIsVerified() {
        var bucket = bucket("crc64");
        var bytes = RequestBody.fromString("123456789");
        s3.putObject(r -> r.bucket(bucket).key("a").checksumCRC64NVME("rosUhgp5mIg="), bytes);
        refused(
                "BadDigest",
                () -> s3.putObject(r -> r.bucket(bucket).key("a").checksumCRC64NVME("rosUhgp5mIk="), bytes));
    }

    @Test
    void anotherSecretReadsNothing() {
        var bucket = bucket("guarded");
        s3.putObject(r -> r.bucket(bucket).key("a"), RequestBody.fromBytes(BYTES));
        try (var stranger = client("another")) {
            assertThatThrownBy(() ->
                            stranger.getObjectAsBytes(r -> r.bucket(bucket).key("a")))
                    .isInstanceOfSatisfying(S3Exception.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    });
            assertThatThrownBy(() -> stranger.putObject(
                            r -> r.bucket(bucket).key("a"), RequestBody.fromBytes(Arrays.copyOf(BYTES, 2))))
                    .isInstanceOf(S3Exception.class);
        }
        assertThat(get(bucket, "a")).isEqualTo(BYTES);
    }

    @Test
    void aPictureThatWasUploadedIsFoundByRekognition() throws Exception {
        var bucket = bucket("pictures");
        s3.putObject(
                r -> r.bucket(bucket).key("in/face.jpg"),
                RequestBody.fromBytes(EngineSamples.bytes("sample-person-1-probe.jpg")));
        try (var rekognition = server.client()) {
            assertThat(rekognition
                            .detectFaces(r -> r.image(
                                    i -> i.s3Object(o -> o.bucket(bucket).name("in/face.jpg"))))
                            .faceDetails())
                    .hasSize(1);
            assertThatThrownBy(() -> rekognition.detectFaces(
                            r -> r.image(i -> i.s3Object(o -> o.bucket(bucket).name("in/none.jpg")))))
                    .isInstanceOf(InvalidS3ObjectException.class);
        }
    }
}
