package io.vestibule.app.wiring;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.RateGate;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.Ticker;
import io.vestibule.enrol.Service;
import io.vestibule.local.DirectoryBucket;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalRekognition;
import io.vestibule.local.wire.AccessKeyFile;
import io.vestibule.local.wire.RekognitionServer;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The embedded default: eyes, engine and bucket on this machine, behind the same ports as AWS.
public final class EngineWiring implements AutoCloseable {

    private static final String BUCKET = "vestibule-photos";
    private static final boolean CHARGED = false;

    private final Path folder;
    private final Lazy<OnnxVision> vision = new Lazy<>(() -> OnnxVision.open(ModelSet.shipped()));
    private final Lazy<DirectoryBucket> bucket;
    private final Lazy<LocalRekognition> engine;
    private final Lazy<FaceCollection> faces;

    EngineWiring(CellarWiring cellar, EngineSettings settings) {
        this.folder = cellar.folder().path();
        this.bucket = new Lazy<>(() -> new DirectoryBucket(
                folder.resolve("photos"), BUCKET, cellar.key().derive("bucket")));
        this.engine = new Lazy<>(() -> LocalRekognition.open(
                folder, cellar.key().databasePassword("engine"), vision(), Optional.of(bucket.get()), settings));
        this.faces = new Lazy<>(() -> new RekognitionFaces(
                engine.get(),
                new RekognitionFaces.Service(vision().engine(), CHARGED),
                RateGate.OPEN,
                cellar.calls()::add,
                cellar.clock(),
                Ticker.SYSTEM));
    }

    public OnnxVision vision() {
        return vision.get();
    }

    /// Whether calls to the service in use cost money: those to this machine do not.
    public boolean charged() {
        return CHARGED;
    }

    /// Puts the engine on the wire, for whoever has the key pair of the data folder.
    ///
    /// @param port 0 for any that is free
    public RekognitionServer serve(int port) throws IOException {
        return RekognitionServer.start(engine.get()::answer, keyFile().open(), RekognitionServer.Place.at(port));
    }

    public AccessKeyFile keyFile() {
        return new AccessKeyFile(folder);
    }

    Service service() {
        return new Service(faces.get(), bucket.get(), "embedded", "local");
    }

    /// Loads the models and the vectors, so that neither the first photo nor the first search waits. Blocks for a
    /// second
    /// or more.
    public void warmUp() {
        vision().warmUp();
        engine.get().warmUp();
    }

    @Override
    public void close() {
        engine.ifMade(LocalRekognition::close);
        vision.ifMade(OnnxVision::close);
    }
}
