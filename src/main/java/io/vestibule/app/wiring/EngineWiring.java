package io.vestibule.app.wiring;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.GalleryScores;
import io.vestibule.cloud.ImageAnalysis;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.RekognitionAnalysis;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.Ticker;
import io.vestibule.cloud.aws.AwsConnection;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.FaceService;
import io.vestibule.local.DirectoryBucket;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalRekognition;
import io.vestibule.local.wire.AccessKeyFile;
import io.vestibule.local.wire.RekognitionServer;
import io.vestibule.local.wire.UnmeasuredAttributes;
import io.vestibule.people.CollectionRef;
import io.vestibule.store.Database;
import io.vestibule.store.DatabaseFiles;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Local face detection, and the service in use: the embedded engine and bucket, or AWS behind the same ports.
public final class EngineWiring implements AutoCloseable {

    private static final String BUCKET = "vestibule-photos";
    private static final boolean CHARGED = false;

    /// The profile name of the embedded engine in stored records.
    private static final String EMBEDDED_PROFILE = "embedded";

    private final CloudWiring cloud;

    private final Path folder;
    private final Lazy<Cohort> cohort;
    private final Lazy<OnnxVision> vision = new Lazy<>(this::openVision);
    private final Lazy<DirectoryBucket> bucket;
    private final Lazy<LocalRekognition> engine;
    private final Lazy<FaceCollection> faces;
    private final Lazy<ImageAnalysis> analysis;

    EngineWiring(StorageWiring storage, CloudWiring cloud, EngineSettings settings) {
        this.cloud = cloud;
        this.folder = storage.folder().path();
        this.cohort = new Lazy<>(() -> Optional.of(storage.settings().get(EnrolKeys.COHORT))
                .filter(file -> !file.isBlank())
                .map(file -> Cohort.read(Path.of(file)))
                .orElseGet(Cohort::shipped));
        this.bucket = new Lazy<>(() -> new DirectoryBucket(
                folder.resolve(StorageWiring.PHOTOS), BUCKET, storage.key().derive("bucket")));
        this.engine = new Lazy<>(() -> LocalRekognition.open(
                folder,
                storage.key().databasePassword("engine"),
                vision(),
                Optional.of(bucket.get()),
                settings.withClock(storage.clock())));
        this.faces = new Lazy<>(() -> new RekognitionFaces(
                engine.get(),
                new RekognitionFaces.EngineInfo(
                        vision().engine(), vision().cohort().scale(), CHARGED),
                RateLimiter.UNLIMITED,
                storage.calls()::add,
                storage.clock(),
                Ticker.SYSTEM));
        this.analysis = new Lazy<>(() -> new RekognitionAnalysis(
                engine.get(),
                new RekognitionFaces.EngineInfo(
                        vision().engine(), vision().cohort().scale(), CHARGED),
                RekognitionAnalysis.OF_FACES,
                RateLimiter.UNLIMITED,
                storage.calls()::add,
                storage.clock()));
    }

    private OnnxVision openVision() {
        return OnnxVision.open(ModelSet.shipped(), cohort, folder.resolve("native"));
    }

    /// The database of the embedded engine, if there is one in this folder.
    Optional<Database> database() {
        return Files.exists(DatabaseFiles.of(folder.resolve(StorageWiring.ENGINE)))
                ? Optional.of(engine.get().database())
                : Optional.empty();
    }

    public OnnxVision vision() {
        return vision.get();
    }

    /// Whether calls to the service in use are charged for; those to the embedded engine are not.
    public boolean charged() {
        return cloud.region().isPresent();
    }

    /// The bucket for photos that were stored on this computer, whatever service is in use now.
    PhotoBucket folderBucket() {
        return bucket.get();
    }

    /// Whether the bucket in use is the folder of this computer.
    boolean photosAreHere() {
        return cloud.region().isEmpty();
    }

    /// A photo from the bucket that was used before the folder of this computer.
    Optional<byte[]> fetchFromPreviousBucket(String key) {
        return cloud.previousBucket().flatMap(bucket -> bucket.get(key));
    }

    /// A photo that the bucket in use does not have, from the buckets used before.
    Optional<byte[]> fetchPreviousPhoto(String key) {
        return folderBucket().get(key).or(() -> cloud.previousBucket().flatMap(bucket -> bucket.get(key)));
    }

    /// The similarity thresholds, on the scale of the engine in use.
    public EnrolKeys.Thresholds thresholds() {
        return charged() ? EnrolKeys.AWS : EnrolKeys.EMBEDDED;
    }

    /// Name of the engine in use, as stored in records.
    public String name() {
        return cloud.region().isPresent() ? AwsConnection.ENGINE : vision().engine();
    }

    /// Serves the engine and its S3 interface over HTTP, for clients that have the key pair of the data folder.
    ///
    /// @param port 0 for any free port
    /// @param unmeasured what callers get that ask for attributes of a face that are not measured
    public RekognitionServer serve(int port, UnmeasuredAttributes unmeasured) throws IOException {
        return RekognitionServer.start(
                engine.get()::answer,
                Optional.of(engine.get().objects()),
                keyFile().getOrCreate(),
                RekognitionServer.ServerOptions.onPort(port).withUnmeasured(unmeasured));
    }

    public AccessKeyFile keyFile() {
        return new AccessKeyFile(folder);
    }

    FaceService service() {
        return cloud.region().isPresent() ? cloud.service() : embedded();
    }

    /// Compares all faces of a collection of the service in use with all its users.
    GalleryScores gallery() {
        return charged() ? service().faces().gallery() : engine.get().gallery();
    }

    private FaceService embedded() {
        return new FaceService(faces.get(), bucket.get(), EMBEDDED_PROFILE, "local");
    }

    /// The service that holds a collection, if it can be reached: the one in use, or the embedded engine, which
    /// always can.
    Optional<FaceService> serviceFor(CollectionRef collection) {
        if (collection.profile().equals(EMBEDDED_PROFILE)) {
            return Optional.of(embedded());
        }
        return Optional.of(service())
                .filter(used -> used.profile().equals(collection.profile())
                        && used.region().equals(collection.region()));
    }

    /// Analyses single pictures with the service in use.
    public ImageAnalysis analysis() {
        return cloud.region().isPresent() ? cloud.analysis() : analysis.get();
    }

    /// Loads the models and the vectors, so that neither the first photo nor the first search waits. Blocks for a
    /// second or more.
    public void warmUp() {
        vision().warmUp();
        if (cloud.region().isEmpty()) {
            engine.get().warmUp();
        }
    }

    @Override
    public void close() {
        engine.ifCreated(LocalRekognition::close);
        vision.ifCreated(OnnxVision::close);
    }
}
