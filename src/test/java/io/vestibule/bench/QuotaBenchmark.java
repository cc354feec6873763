package io.vestibule.bench;

import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.RetryPolicy;
import io.vestibule.cloud.Ticker;
import io.vestibule.local.engine.protocol.RequestThrottle;
import io.vestibule.local.wire.AccessKey;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.local.wire.RekognitionFaultInjector;
import io.vestibule.local.wire.RekognitionServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.CreateUserResponse;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListUsersRequest;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// A job of 500 photos, five a person, over a real connection with a round trip of 40 ms to a service that
/// throttles whatever exceeds its quota in any second. One throttled call fails the benchmark. The baseline
/// makes one call after another.
///
/// The quotas are those of a large region; there the scarcest operation is AssociateFaces (5 a second, two calls a
/// person: 40 s). Raised, all are 50 a second, and the scarcest is IndexFaces (one call a photo: 10 s).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class QuotaBenchmark {

    private static final int PEOPLE = 100;
    private static final int PHOTOS = 5;
    private static final int AT_ONCE = 12;
    private static final int RAISED = 50;
    private static final int PHOTO_BYTES = 100_000;
    private static final Duration ROUND_TRIP = Duration.ofMillis(40);
    private static final String REGION = "us-east-1";

    private final ImageSource photo = new ImageSource.Bytes(new byte[PHOTO_BYTES]);
    private final AtomicInteger refused = new AtomicInteger();
    private volatile RequestThrottle requestThrottle = rates(Quotas.of(REGION));
    private RekognitionServer server;
    private RekognitionClient client;

    @Benchmark
    public void usual() throws Exception {
        run(Quotas.of(REGION), AT_ONCE);
    }

    @Benchmark
    public void usualInTurn() throws Exception {
        run(Quotas.of(REGION), 1);
    }

    @Benchmark
    public void raised() throws Exception {
        run(raisedQuotas(), AT_ONCE);
    }

    @Benchmark
    public void raisedInTurn() throws Exception {
        run(raisedQuotas(), 1);
    }

    private static Quotas raisedQuotas() {
        var quotas = Quotas.of(REGION);
        for (var operation : Operation.values()) {
            quotas = quotas.with(operation, RAISED);
        }
        return quotas;
    }

    /// Warm-up: the first person causes the loading of some thousand classes, which is not to be measured.
    @Setup
    public void open() throws IOException {
        var rekognitionFaultInjector = new RekognitionFaultInjector();
        rekognitionFaultInjector.failAlways(new RekognitionFault.Slow(ROUND_TRIP));
        var key = new AccessKey("VESTBENCHMARKBENCHMA", "secret");
        var serverOptions = RekognitionServer.ServerOptions.onPort(0).withFaults(rekognitionFaultInjector);
        server = RekognitionServer.start(this::serve, key, serverOptions);
        client = RekognitionClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .overrideConfiguration(o -> o.retryStrategy(RetryPolicy.strategy()))
                .build();
        requestThrottle = rates(raisedQuotas());
        enrol(faces(raisedQuotas()), UUID.randomUUID().toString());
    }

    @TearDown
    public void close() {
        client.close();
        server.close();
    }

    private FaceCollection faces(Quotas quotas) {
        return new RekognitionFaces(
                        client,
                        new RekognitionFaces.EngineInfo("bench", false),
                        RateLimiter.of(quotas, Ticker.SYSTEM),
                        CallLog.NONE,
                        InstantSource.system(),
                        Ticker.SYSTEM)
                .forJobs();
    }

    /// @param atOnce number of people processed concurrently
    private void run(Quotas quotas, int atOnce) throws InterruptedException, ExecutionException {
        requestThrottle = rates(quotas);
        var faces = faces(quotas);
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var people = new ArrayList<Future<?>>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(threads.submit(() -> enrol(faces, UUID.randomUUID().toString())));
            }
            for (var person : people) {
                person.get();
            }
        }
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " calls were refused as too many");
        }
    }

    private void enrol(FaceCollection faces, String user) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < PHOTOS; i++) {
            faces.index("c", photo, user + "-" + i, 1, QualityFilter.AUTO)
                    .indexed()
                    .forEach(face -> ids.add(face.faceId()));
        }
        faces.createUser("c", user, user);
        faces.associate("c", user, ids.subList(0, 1), 75, user + "-1");
        faces.associate("c", user, ids.subList(1, PHOTOS), 75, user + "-2");
    }

    private static RequestThrottle rates(Quotas quotas) {
        return new RequestThrottle(
                quotas.rates().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().apiName(), entry -> entry.getValue())),
                InstantSource.system());
    }

    /// Answers without analysis, and throttles what exceeds the quota of any one second.
    private RekognitionResponse serve(RekognitionRequest request) {
        try {
            requestThrottle.acquireOrThrow(request.getClass().getSimpleName().replace("Request", ""));
        } catch (RuntimeException e) {
            refused.incrementAndGet();
            throw e;
        }
        return answer(request);
    }

    private static RekognitionResponse answer(RekognitionRequest request) {
        return switch (request) {
            case IndexFacesRequest index ->
                IndexFacesResponse.builder()
                        .faceRecords(FaceRecord.builder()
                                .face(f ->
                                        f.faceId(UUID.randomUUID().toString()).externalImageId(index.externalImageId()))
                                .build())
                        .build();
            case AssociateFacesRequest associate ->
                AssociateFacesResponse.builder()
                        .associatedFaces(associate.faceIds().stream()
                                .map(id -> AssociatedFace.builder().faceId(id).build())
                                .toList())
                        .userStatus("ACTIVE")
                        .build();
            case ListUsersRequest _ -> ListUsersResponse.builder().build();
            default -> CreateUserResponse.builder().build();
        };
    }
}
