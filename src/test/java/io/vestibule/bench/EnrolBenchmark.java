package io.vestibule.bench;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Five photos from Save to ACTIVE on the embedded default: search for similar people, one transaction, bucket,
/// index, user, associations, until all steps are complete. The baseline makes the same calls to the collection and
/// the bucket, one after the other, and stores no records.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(1)
public class EnrolBenchmark {

    private static final int PHOTOS = 5;
    private static final float ALIKE = 95;
    private static final float ASSOCIATE = 75;

    private Path folder = Path.of("");
    private Application application;
    private List<DraftPhoto> photos = List.of();
    private int round;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("vestibule-bench");
        application = TestApplication.furnished(folder.resolve("data"));
        application.engine().warmUp();
    }

    /// The same photo is rejected as a duplicate, so each round changes one pixel.
    @Setup(Level.Invocation)
    public void drafts() {
        photos = TestApplication.freshPhotos(application, PHOTOS, round++);
    }

    @TearDown
    public void close() throws IOException {
        application.close();
        FileTree.delete(folder);
    }

    @Benchmark
    public EnrolmentStatus.State enrol() {
        application.enrol().enrol().searchDuplicates(photos.getFirst());
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), photos, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        return EnrolmentStatus.State.SEARCHABLE;
    }

    @Benchmark
    public Map<String, String> baseline() {
        var faceService = TestApplication.service(application);
        var faces = faceService.faces();
        var collection = TestApplication.COLLECTION;
        var first = new ImageSource.Bytes(photos.getFirst().photo().bytes());
        faces.searchUsers(collection, first, ALIKE, 10);
        var ids = new ArrayList<String>();
        for (var photo : photos) {
            var id = UUID.randomUUID().toString();
            faceService.bucket().put(id, photo.photo().bytes());
            var stored = new ImageSource.Stored(faceService.bucket().name(), id);
            ids.add(faces.index(collection, stored, id, 1, QualityFilter.AUTO)
                    .indexed()
                    .getFirst()
                    .faceId());
        }
        var user = UUID.randomUUID().toString();
        faces.createUser(collection, user, UUID.randomUUID().toString());
        faces.associate(
                collection,
                user,
                ids.subList(0, 1),
                ASSOCIATE,
                UUID.randomUUID().toString());
        faces.associate(
                collection,
                user,
                ids.subList(1, PHOTOS),
                ASSOCIATE,
                UUID.randomUUID().toString());
        return faces.userStatuses(collection);
    }
}
