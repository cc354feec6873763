package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.ImageSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// The bucket over a real socket, against a server that verifies signatures and checksums.
class S3BucketTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
    private static final byte[] OTHER = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 4};

    private static S3Server server;

    private final List<SdkHttpRequest> sent = new ArrayList<>();
    private S3Client client;
    private S3Bucket bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        client = server.client(new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                sent.add(context.httpRequest());
            }
        });
        bucket = bucket("", new Encryption.S3Managed());
    }

    @AfterEach
    void close() {
        bucket.keys("").forEach(bucket::delete);
        client.close();
    }

    private S3Bucket bucket(String prefix, Encryption encryption) {
        return new S3Bucket(client, new Storage(S3Server.BUCKET, prefix, encryption));
    }

    private static CloudFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }

    private String header(String name) {
        return sent.getLast().firstMatchingHeader(name).orElse("");
    }

    @Test
    void aStoredPhotoExistsUntilItIsDeleted() {
        bucket.put("photos/ab/1.jpg", JPEG);
        bucket.put("photos/ab/1.jpg", JPEG);
        bucket.put("photos/cd/2.jpg", OTHER);

        assertThat(bucket.get("photos/ab/1.jpg")).hasValue(JPEG);
        assertThat(bucket.keys("photos/")).containsExactly("photos/ab/1.jpg", "photos/cd/2.jpg");
        assertThat(bucket.keys("photos/c")).containsExactly("photos/cd/2.jpg");

        bucket.delete("photos/ab/1.jpg");
        bucket.delete("photos/ab/1.jpg");
        assertThat(bucket.get("photos/ab/1.jpg")).isEmpty();
        assertThat(bucket.keys("")).containsExactly("photos/cd/2.jpg");
    }

    @Test
    void aPrefixIsPartOfTheKeyInTheBucketAndOfNoKeyOutside() {
        var desk = bucket("desk-1/", new Encryption.S3Managed());
        desk.put("photos/1.jpg", JPEG);

        assertThat(desk.keys("photos/")).containsExactly("photos/1.jpg");
        assertThat(desk.imageSource("photos/1.jpg"))
                .isEqualTo(new ImageSource.Stored(S3Server.BUCKET, "desk-1/photos/1.jpg"));
        assertThat(bucket.keys("")).containsExactly("desk-1/photos/1.jpg");
    }

    @Test
    void aPhotoIsSentWithTypeChecksumAndEncryptionAndNoOtherMetadata() {
        bucket.put("1.jpg", JPEG);

        assertThat(header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(header("x-amz-checksum-sha256")).isEqualTo("ZFayrEuufEEHJKHb2O6q8qnLawPD5sgszYEBsoRlZ5E=");
        assertThat(header("x-amz-server-side-encryption")).isEqualTo("AES256");
        assertThat(sent.getLast().headers().keySet())
                .noneMatch(name -> name.startsWith("x-amz-meta-") || name.equals("x-amz-tagging"));
        var kept = client.headObject(r -> r.bucket(S3Server.BUCKET).key("1.jpg"));
        assertThat(kept.contentType()).isEqualTo("image/jpeg");
        assertThat(kept.metadata()).isEmpty();
    }

    @Test
    void aKeyOfTheAccountIsNamedWhereItIsChosen() {
        var catching = catchThrowableOfType(
                CloudException.class,
                () -> bucket("", new Encryption.KmsKey("alias/photos")).put("1.jpg", JPEG));
        assertThat(header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
        assertThat(header("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo("alias/photos");
        assertThat(catching).isNull();
    }

    @Test
    void everyVersionIsDeleted() {
        client.putBucketVersioning(
                r -> r.bucket(S3Server.BUCKET).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        bucket.put("1.jpg", JPEG);
        bucket.put("1.jpg", OTHER);
        bucket.put("1.jpg.more", OTHER);

        bucket.delete("1.jpg");

        var left = client.listObjectVersions(r -> r.bucket(S3Server.BUCKET));
        assertThat(left.versions()).extracting(version -> version.key()).containsExactly("1.jpg.more");
        assertThat(left.deleteMarkers()).isEmpty();
    }

    @Test
    void keysThatPointElsewhereAreRefused() {
        for (var key : List.of("../1.jpg", "/1.jpg", "a//b", "ä.jpg", "")) {
            assertThat(failure(() -> bucket.put(key, JPEG)))
                    .isEqualTo(new CloudFailure.Refused("PutObject", "InvalidKey"));
            assertThat(bucket.get(key)).isEmpty();
        }
    }

    @Test
    void aMissingBucket() {
        var gone = new S3Bucket(client, new Storage("nobodys-bucket", "", new Encryption.S3Managed()));
        assertThat(failure(() -> gone.put("1.jpg", JPEG))).isEqualTo(new CloudFailure.NoBucket());
        assertThat(failure(() -> gone.get("1.jpg"))).isEqualTo(new CloudFailure.NoBucket());
        assertThat(failure(() -> gone.keys(""))).isEqualTo(new CloudFailure.NoBucket());
    }

    @Test
    void aWrongSecretIsDenied() {
        try (var stranger = server.client(S3Server.KEY_ID, "wrong-secret", _ -> {})) {
            var closed = new S3Bucket(stranger, new Storage(S3Server.BUCKET, "", new Encryption.S3Managed()));
            assertThat(failure(() -> closed.put("1.jpg", JPEG))).isEqualTo(new CloudFailure.Denied("PutObject"));
            assertThat(failure(() -> closed.delete("1.jpg"))).isEqualTo(new CloudFailure.Denied("ListObjectVersions"));
        }
    }

    @Test
    void errorsThatOnlyAmazonReturnsAreDistinguished() throws Exception {
        refused(400, "AuthorizationHeaderMalformed", new CloudFailure.OtherRegion());
        refused(301, "PermanentRedirect", new CloudFailure.OtherRegion());
        refused(400, "KMS.DisabledException", new CloudFailure.BadKey());
        refused(400, "ExpiredToken", new CloudFailure.Expired());
        refused(403, "RequestTimeTooSkewed", new CloudFailure.ClockSkew());
        refused(403, "AccessDenied", new CloudFailure.Denied("GetObject"));
        refused(503, "SlowDown", new CloudFailure.Throttled("GetObject"));
        refused(500, "InternalError", new CloudFailure.Busy("GetObject"));
    }

    private static void refused(int status, String code, CloudFailure expected) throws Exception {
        var body = "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
        try (var fixed = FixedAnswer.start(status, body.getBytes(StandardCharsets.UTF_8));
                var client = server.client(
                        S3Server.KEY_ID,
                        S3Server.SECRET,
                        builder -> builder.endpointOverride(fixed.endpoint())
                                .overrideConfiguration(o -> o.retryStrategy(retry -> retry.maxAttempts(1))))) {
            var ill = new S3Bucket(client, new Storage(S3Server.BUCKET, "", new Encryption.S3Managed()));
            assertThat(failure(() -> ill.get("1.jpg"))).as(code).isEqualTo(expected);
        }
    }
}
