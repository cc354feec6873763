package io.vestibule.local.engine;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.FaceRow;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/// A real engine in a folder of the test, with the real models (loaded by the first test that analyses a picture) and
/// a clock that the test controls.
public final class LocalEngine implements AutoCloseable {

    public static final Vision VISION = OnnxVision.open(ModelSet.shipped());
    public static final String COLLECTION = "office";

    private static final char[] KEY = "a-test-key".toCharArray();

    public final SettableClock clock;
    public final LocalRekognition client;
    private final Engine engine;
    private final Random random = new Random(11);

    private LocalEngine(SettableClock clock, Engine engine) {
        this.clock = clock;
        this.engine = engine;
        this.client = RequestDispatcher.client(engine);
    }

    public static LocalEngine open(Path folder) {
        return open(folder, EngineSettings.DEFAULT, Optional.empty());
    }

    public static LocalEngine open(Path folder, EngineSettings settings, Optional<PhotoBucket> bucket) {
        return open(folder, settings, bucket, VISION);
    }

    public static LocalEngine open(Path folder, EngineSettings settings, Optional<PhotoBucket> bucket, Vision vision) {
        var clock = new SettableClock();
        return new LocalEngine(clock, Engine.open(folder, KEY, vision, bucket, settings.withClock(clock)));
    }

    public LocalEngine withCollection() {
        client.createCollection(r -> r.collectionId(COLLECTION));
        return this;
    }

    /// A unit vector in a new direction: any two of them have a cosine near 0. Its cohort score is 0, so that the score
    /// of two of them is their cosine.
    public float[] person() {
        var vector = new float[FaceVector.LENGTH];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        CohortSpace.remove(vector);
        return unit(vector);
    }

    /// A vector whose cosine to `person` is `cosine`.
    public float[] like(float[] person, double cosine) {
        var other = person();
        double along = 0;
        for (int i = 0; i < other.length; i++) {
            along += (double) other[i] * person[i];
        }
        for (int i = 0; i < other.length; i++) {
            other[i] -= (float) (along * person[i]);
        }
        // A fixture that was opened again draws the same people again: nothing is left of this one beside itself.
        if (Math.abs(along) > .999) {
            return like(person, cosine);
        }
        unit(other);
        double rest = Math.sqrt(1 - cosine * cosine);
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (cosine * person[i] + rest * other[i]);
        }
        return other;
    }

    /// Stores a face as IndexFaces does, without a picture.
    public String face(float[] vector) {
        return engine.store().inTransaction(afterwards -> {
            var collection = engine.collection(COLLECTION);
            var row = new FaceRow(
                    0,
                    UUID.randomUUID(),
                    new FaceRow.Source(UUID.randomUUID(), Optional.empty()),
                    new FaceRow.Box(.1f, .1f, .5f, .5f),
                    99,
                    engine.model(),
                    engine.now().plus(engine.settings().visibility()),
                    Optional.empty());
            long number = engine.store().faces().insert(collection.number(), row, vector);
            afterwards.accept(() -> engine.vectorCache().putFace(collection, number, vector, row.visibleAt()));
            return row.id().toString();
        });
    }

    public List<String> faces(int count, float[] person) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(face(like(person, .9)));
        }
        return ids;
    }

    /// Stores many people whose cosines are spread as those of real strangers: mean 0, standard deviation 0.096.
    public void fill(int people, int photos) {
        int dimensions = 108;
        for (int from = 0; from < people; from += 100) {
            int first = from;
            engine.store().inTransaction(_ -> {
                var collection = engine.collection(COLLECTION);
                for (int i = first; i < Math.min(people, first + 100); i++) {
                    var vector = person();
                    Arrays.fill(vector, dimensions, vector.length, .001f);
                    unit(vector);
                    engine.store().users().insert(collection.number(), "person-" + i, engine.now());
                    var user = engine.user(collection, "person-" + i);
                    for (int photo = 0; photo < photos; photo++) {
                        engine.store().faces().setUser(insert(collection, like(vector, .9)), user.number());
                    }
                    engine.store().users().update(user.number(), photos, engine.now(), engine.model(), vector);
                }
                return true;
            });
        }
    }

    private long insert(CollectionRow collection, float[] vector) {
        var row = new FaceRow(
                0,
                UUID.randomUUID(),
                new FaceRow.Source(UUID.randomUUID(), Optional.empty()),
                new FaceRow.Box(.1f, .1f, .5f, .5f),
                99,
                engine.model(),
                engine.now(),
                Optional.empty());
        return engine.store().faces().insert(collection.number(), row, vector);
    }

    public void user(String userId) {
        client.createUser(r -> r.collectionId(COLLECTION).userId(userId));
    }

    public String status(String userId) {
        return client.listUsers(r -> r.collectionId(COLLECTION)).users().stream()
                .filter(user -> user.userId().equals(userId))
                .findFirst()
                .orElseThrow()
                .userStatusAsString();
    }

    public static String code(Throwable thrown) {
        return ((RekognitionException) thrown).awsErrorDetails().errorCode();
    }

    public static String message(Throwable thrown) {
        return ((RekognitionException) thrown).awsErrorDetails().errorMessage();
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }

    @Override
    public void close() {
        client.close();
    }
}
