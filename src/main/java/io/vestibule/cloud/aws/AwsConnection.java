package io.vestibule.cloud.aws;

import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageAnalysis;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.RekognitionAnalysis;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.RetryPolicy;
import io.vestibule.cloud.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.RekognitionClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// The clients of one profile, which share one HTTP client. Opening it makes no call.
public final class AwsConnection implements AutoCloseable {

    /// Name of the engine in the records of collections and photos on AWS.
    public static final String ENGINE = "rekognition";

    private static final boolean BILLED = true;

    /// Including retries; one photo of 5 MB takes long over a slow connection.
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private final Profile profile;
    private final SdkHttpClient http;
    private final Credentials credentials;
    private final RekognitionClient rekognition;
    private final S3Client s3;

    private AwsConnection(Profile profile, SdkHttpClient http, Credentials credentials) {
        this.profile = profile;
        this.http = http;
        this.credentials = credentials;
        this.rekognition = rekognition(o -> o.retryStrategy(RetryPolicy.strategy()));
        this.s3 = s3(o -> o.retryStrategy(RetryMode.STANDARD));
    }

    /// @throws io.vestibule.cloud.CloudException `cloud.no-certificates` if the profile names certificate authorities
    ///     that cannot be read
    public static AwsConnection open(Profile profile) {
        var http = HttpClients.open(profile.proxySettings());
        return new AwsConnection(profile, http, Credentials.of(profile, http));
    }

    /// Clients that fail every call with the given failure, in place of a connection that could not be opened.
    public static AwsConnection failing(CloudFailure failure, String region) {
        var nothing = new Profile(
                new CredentialSource.Environment(),
                Endpoint.ofRegion(region),
                ProxySettings.DEFAULT,
                new Storage("no-bucket", "", new Encryption.S3Managed()));
        return new AwsConnection(nothing, HttpClients.open(ProxySettings.DEFAULT), Credentials.failing(failure));
    }

    public Profile profile() {
        return profile;
    }

    public FaceCollection faces(RateLimiter rateLimiter, CallLog log, InstantSource clock) {
        return new RekognitionFaces(
                rekognition, new RekognitionFaces.EngineInfo(ENGINE, BILLED), rateLimiter, log, clock, Ticker.SYSTEM);
    }

    /// Analyses single pictures; every such operation can be called, whether the account allows it or not.
    public ImageAnalysis analysis(RateLimiter rateLimiter, CallLog log, InstantSource clock) {
        return new RekognitionAnalysis(
                rekognition,
                new RekognitionFaces.EngineInfo(ENGINE, BILLED),
                EnumSet.allOf(Operation.class),
                rateLimiter,
                log,
                clock);
    }

    public PhotoBucket bucket(CallLog log, InstantSource clock) {
        return new S3Bucket(s3, profile.storage(), log, clock);
    }

    /// The time by the servers of AWS; empty if they do not answer.
    public Optional<Instant> serverTime() {
        return ServerDate.ask(rekognition);
    }

    /// A client without retries that reports every failure; the caller closes it.
    RekognitionClient rekognitionOnce() {
        return rekognition(o -> o.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    /// A client without retries that reports every failure; the caller closes it.
    S3Client s3Once() {
        return s3(o -> o.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    private interface Tries {
        void set(ClientOverrideConfiguration.Builder builder);
    }

    private RekognitionClient rekognition(Tries tries) {
        RekognitionClientBuilder builder =
                with(RekognitionClient.builder(), tries).httpClient(http);
        profile.endpoint().rekognition().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private S3Client s3(Tries tries) {
        S3ClientBuilder builder = with(S3Client.builder(), tries).httpClient(http);
        profile.endpoint()
                .s3()
                .ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        return builder.build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B with(B builder, Tries tries) {
        return builder.region(Region.of(profile.endpoint().region()))
                .credentialsProvider(credentials)
                .overrideConfiguration(o -> {
                    tries.set(o);
                    o.apiCallTimeout(LONGEST_CALL);
                });
    }

    @Override
    public void close() {
        s3.close();
        rekognition.close();
        credentials.close();
        http.close();
    }
}
