package io.vestibule.cloud.aws;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// An S3-compatible server that verifies signatures, on a free port, with one bucket.
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "photos-of-acme";
    public static final String KEY_ID = "AKIDLOCAL";
    public static final String SECRET = "secretsecret";

    private final S3Proxy proxy;

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
    }

    public static S3Server start() {
        return start(KEY_ID, SECRET);
    }

    public static S3Server start(String keyId, String secret) {
        var proxy = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, keyId, secret)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        var server = new S3Server(proxy);
        try (var client = server.client(keyId, secret, _ -> {})) {
            client.createBucket(r -> r.bucket(BUCKET));
        }
        return server;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /// Keys of all photos.
    public List<String> keys() {
        try (var client = client()) {
            return client.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
                    .map(photo -> photo.key())
                    .toList();
        }
    }

    public S3Client client() {
        return client(KEY_ID, SECRET, _ -> {});
    }

    S3Client client(ExecutionInterceptor witness) {
        return client(
                KEY_ID,
                SECRET,
                builder -> builder.overrideConfiguration(
                        o -> o.addExecutionInterceptor(witness).retryStrategy(retry -> retry.maxAttempts(1))));
    }

    S3Client client(String keyId, String secret, Consumer<S3ClientBuilder> more) {
        var builder = S3Client.builder()
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)));
        more.accept(builder);
        return builder.build();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
