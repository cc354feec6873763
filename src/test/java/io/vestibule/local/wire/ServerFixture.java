package io.vestibule.local.wire;

import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.Ticker;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// A real engine behind a real socket, with the SDK's own client connected to it.
public final class ServerFixture implements AutoCloseable {

    public final LocalEngine local;
    public final RekognitionFaultInjector rekognitionFaultInjector = new RekognitionFaultInjector();
    public final AccessKey key;
    final RekognitionServer server;

    private ServerFixture(LocalEngine local, AccessKey key) {
        this.local = local;
        this.key = key;
        try {
            this.server = RekognitionServer.start(
                    local.client::answer,
                    Optional.of(local.client.objects()),
                    key,
                    RekognitionServer.ServerOptions.onPort(0).withFaults(rekognitionFaultInjector));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ServerFixture open(Path folder) {
        return open(folder, EngineSettings.DEFAULT, Optional.empty());
    }

    public static ServerFixture open(Path folder, EngineSettings settings, Optional<PhotoBucket> bucket) {
        return open(folder, settings, bucket, AccessKey.random());
    }

    public static ServerFixture open(
            Path folder, EngineSettings settings, Optional<PhotoBucket> bucket, AccessKey key) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerFixture(LocalEngine.open(folder, settings, bucket), key);
    }

    public URI endpoint() {
        return server.endpoint();
    }

    /// A client without retries, so that every error is visible.
    public RekognitionClient client() {
        return client(o -> o.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    public RekognitionClient client(Consumer<ClientOverrideConfiguration.Builder> configuration) {
        return client(key, configuration);
    }

    /// As [#client()], of another server with the same key.
    RekognitionClient client(URI endpoint) {
        return client(endpoint, key, o -> o.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    RekognitionClient client(AccessKey as, Consumer<ClientOverrideConfiguration.Builder> configuration) {
        return client(server.endpoint(), as, configuration);
    }

    private static RekognitionClient client(
            URI endpoint, AccessKey as, Consumer<ClientOverrideConfiguration.Builder> configuration) {
        return RekognitionClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(as.id(), as.secret())))
                .overrideConfiguration(configuration)
                .build();
    }

    /// The adapter of the package `cloud` with that client.
    public static FaceCollection faces(RekognitionClient client) {
        return new RekognitionFaces(
                client,
                new RekognitionFaces.EngineInfo("wire", false),
                RateLimiter.UNLIMITED,
                CallLog.NONE,
                InstantSource.system(),
                Ticker.SYSTEM);
    }

    @Override
    public void close() {
        server.close();
        local.close();
    }
}
