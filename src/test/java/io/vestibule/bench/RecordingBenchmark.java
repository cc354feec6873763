package io.vestibule.bench;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.base.ProgressListener;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.clip.ClipLimits;
import io.vestibule.clip.ClipStream;
import io.vestibule.clip.wire.DecodeRequest;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.fixture.DoorRecording;
import io.vestibule.fixture.DoorRecording.Scene;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.rules.rehearse.recording.TrackedFace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// A minute of a recording in 1080p with 25 frames a second, in which somebody appears twice: decoded, followed, and
/// each appearance searched once. The baseline searches every fifth frame by itself. Thirty minutes take thirty times
/// as long, the start of the decoder process aside.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class RecordingBenchmark {

    private static final int FRAMES = 25;

    private Path folder = Path.of("");
    private Path recording = Path.of("");
    private Application application;

    @Setup
    public void open() throws Exception {
        folder = Files.createTempDirectory("vestibule-bench");
        application = TestApplication.furnished(folder.resolve("data"));
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        recording = DoorRecording.write(
                folder.resolve("minute.mp4"),
                1920,
                1080,
                FRAMES,
                List.of(
                        Scene.empty(15),
                        new Scene("sample-person-1-probe.jpg", 5),
                        Scene.empty(20),
                        new Scene("sample-person-1/3.jpg", 5),
                        Scene.empty(15)));
    }

    @TearDown
    public void close() throws Exception {
        application.close();
        FileTree.delete(folder);
    }

    @Benchmark
    public int scan() throws Exception {
        var rehearse = application.rules().rehearse();
        int found = 0;
        for (TrackedFace face : rehearse.scan(recording, ProgressListener.NONE).faces()) {
            found += rehearse.search(TestApplication.COLLECTION, face.picture())
                    .hits()
                    .size();
        }
        return found;
    }

    @Benchmark
    public int baseline() throws Exception {
        var rehearse = application.rules().rehearse();
        int found = 0;
        DecodeRequest request =
                new DecodeRequest(false, recording.toString(), "", "", FRAMES / 5.0, ClipLimits.RECORDING);
        try (ClipStream stream = new ClipDecoder().open(request)) {
            while (stream.advance()) {
                found += rehearse.search(TestApplication.COLLECTION, stream.pixels())
                        .hits()
                        .size();
            }
        }
        return found;
    }
}
