package io.vestibule.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.wire.ServerFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Uploads in several parts, and addresses that are presigned, as a program sees them that uses the SDK's client of S3.
class S3UploadsTest {

    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static ServerFixture server;
    private static S3Client s3;

    @BeforeAll
    static void open() {
        server = ServerFixture.open(folder);
        s3 = S3ServiceTest.client(server, server.key.secret());
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

    private static UploadPartResponse part(String bucket, String upload, int number, byte[] bytes) {
        return s3.uploadPart(
                r -> r.bucket(bucket).key("a").uploadId(upload).partNumber(number), RequestBody.fromBytes(bytes));
    }

    private static void complete(String bucket, String upload, List<CompletedPart> parts) {
        s3.completeMultipartUpload(
                r -> r.bucket(bucket).key("a").uploadId(upload).multipartUpload(u -> u.parts(parts)));
    }

    private static CompletedPart completed(int number, UploadPartResponse part) {
        return CompletedPart.builder().partNumber(number).eTag(part.eTag()).build();
    }

    private static void refused(String code, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void partsBecomeOneObjectWhenTheyAreCompleted() {
        var bucket = bucket("parts");
        var whole = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(whole);
        int cut = 5 * 1024 * 1024;
        var upload = s3.createMultipartUpload(
                        r -> r.bucket(bucket).key("a").contentType("image/jpeg").metadata(Map.of("gate", "north")))
                .uploadId();
        var last = part(bucket, upload, 7, Arrays.copyOfRange(whole, cut, whole.length));
        part(bucket, upload, 2, BYTES);
        var first = part(bucket, upload, 2, Arrays.copyOf(whole, cut));
        assertThat(s3.listPartsPaginator(
                                r -> r.bucket(bucket).key("a").uploadId(upload).maxParts(1))
                        .parts())
                .extracting(Part::partNumber)
                .containsExactly(2, 7);
        assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads())
                .singleElement()
                .satisfies(known -> assertThat(known.uploadId()).isEqualTo(upload));
        assertThatThrownBy(() -> get(bucket, "a")).isInstanceOf(NoSuchKeyException.class);

        refused("InvalidPartOrder", () -> complete(bucket, upload, List.of(completed(7, last), completed(2, first))));
        refused("InvalidPart", () -> complete(bucket, upload, List.of(completed(2, last))));
        complete(bucket, upload, List.of(completed(2, first), completed(7, last)));

        assertThat(get(bucket, "a")).isEqualTo(whole);
        assertThat(s3.headObject(r -> r.bucket(bucket).key("a"))).satisfies(head -> {
            assertThat(head.eTag()).endsWith("-2\"");
            assertThat(head.contentType()).isEqualTo("image/jpeg");
            assertThat(head.metadata()).containsEntry("gate", "north");
        });
        refused("NoSuchUpload", () -> part(bucket, upload, 1, BYTES));
    }

    @Test
    void anAbortedUploadIsGoneAndALargeOneRefused() {
        var bucket = bucket("aborted");
        var upload = s3.createMultipartUpload(r -> r.bucket(bucket).key("a")).uploadId();
        var small = part(bucket, upload, 1, BYTES);
        var next = part(bucket, upload, 2, BYTES);
        refused("EntityTooSmall", () -> complete(bucket, upload, List.of(completed(1, small), completed(2, next))));
        var large = new byte[11 * 1024 * 1024];
        part(bucket, upload, 3, large);
        part(bucket, upload, 4, large);
        refused("EntityTooLarge", () -> part(bucket, upload, 5, large));
        s3.abortMultipartUpload(r -> r.bucket(bucket).key("a").uploadId(upload));
        refused("NoSuchUpload", () -> complete(bucket, upload, List.of(completed(1, small))));
        s3.deleteBucket(r -> r.bucket(bucket));
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_CENTRAL_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.key.id(), server.key.secret())))
                .build();
    }

    @Test
    void aPresignedAddressWorksForItsObjectOnly() throws Exception {
        var bucket = bucket("presigned");
        try (var presigner = presigner();
                var http = HttpClient.newHttpClient()) {
            var validity = Duration.ofMinutes(5);
            var put = presigner.presignPutObject(r -> r.signatureDuration(validity)
                    .putObjectRequest(o -> o.bucket(bucket).key("ä b.jpg")));
            var get = presigner.presignGetObject(r -> r.signatureDuration(validity)
                    .getObjectRequest(o -> o.bucket(bucket).key("ä b.jpg")));
            var stored = HttpRequest.newBuilder(put.url().toURI())
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(BYTES))
                    .build();
            assertThat(http.send(stored, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            var read = HttpRequest.newBuilder(get.url().toURI()).build();
            var answer = http.send(read, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(BYTES);
            assertThat(answer.headers().firstValue("Last-Modified")).hasValue("Sun, 01 Mar 2026 09:00:00 GMT");
            for (var other : List.of(
                    get.url().toString().replace("b.jpg", "c.jpg"),
                    get.url().toString().replace("X-Amz-Expires=300", "X-Amz-Expires=301"))) {
                var refused = HttpRequest.newBuilder(URI.create(other)).build();
                assertThat(http.send(refused, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains("SignatureDoesNotMatch");
            }
        }
    }

    @Test
    void aPresignedAddressExpires() throws Exception {
        var bucket = bucket("expired");
        try (var presigner = presigner();
                var http = HttpClient.newHttpClient()) {
            var list = presigner.presignGetObject(r -> r.signatureDuration(Duration.ofMinutes(5))
                    .getObjectRequest(o -> o.bucket(bucket).key("a")));
            var request = HttpRequest.newBuilder(list.url().toURI()).build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("NoSuchKey");
            server.rekognitionFaultInjector.skew(Duration.ofMinutes(6));
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("SignatureDoesNotMatch");
        } finally {
            server.rekognitionFaultInjector.skew(Duration.ZERO);
        }
    }
}
