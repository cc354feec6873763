package io.vestibule.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;
import io.vestibule.clip.wire.DecodeRequest.DecodeLimits;
import io.vestibule.fixture.ClipMaker;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings through the real decoder process: good, damaged, hostile ones, and a process that is killed.
class ClipDecoderTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int RATE = 10;
    private static final int FRAMES = 20;

    @TempDir
    private static Path folder;

    private final ClipDecoder decoder = new ClipDecoder();

    @BeforeAll
    static void record() throws IOException {
        for (String name : List.of("h264.mp4", "h264.mkv", "mjpeg.avi")) {
            record(folder.resolve(name), name.startsWith("mjpeg") ? ClipMaker.MJPEG : ClipMaker.H264);
        }
    }

    /// Red grows from picture to picture.
    private static void record(Path file, String encoder) throws IOException {
        try (ClipMaker maker = new ClipMaker(file, encoder, WIDTH, HEIGHT, RATE)) {
            for (int number = 0; number < FRAMES; number++) {
                int[] argb = new int[WIDTH * HEIGHT];
                Arrays.fill(argb, 0xFF000040 | ((10 * number) << 16));
                maker.add(new Pixels(WIDTH, HEIGHT, argb));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264.mp4", "h264.mkv", "mjpeg.avi"})
    void everyPictureOfARecordingComesInOrderWithItsTime(String name) throws Exception {
        List<Integer> reds = new ArrayList<>();
        try (ClipStream stream = decoder.open(request(folder.resolve(name), RATE, ClipLimits.RECORDING))) {
            assertThat(stream.width()).isEqualTo(WIDTH);
            assertThat(stream.height()).isEqualTo(HEIGHT);
            assertThat(stream.duration()).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2300));
            while (stream.advance()) {
                assertThat(stream.time().toMillis()).isBetween(reds.size() * 100L - 2, reds.size() * 100L + 2);
                reds.add(stream.pixels().at(WIDTH / 2, HEIGHT / 2) >> 16 & 0xFF);
            }
        }
        assertThat(reds).hasSize(FRAMES).isSorted();
        assertThat(reds.getLast() - reds.getFirst()).isBetween(150, 220);
    }

    @Test
    void h265IsRead() throws Exception {
        Path file = Path.of("src/test/resources/clip/hevc.mp4");
        int pictures = 0;
        try (ClipStream stream = decoder.open(request(file, 100, ClipLimits.RECORDING))) {
            assertThat(stream.width()).isEqualTo(480);
            while (stream.advance()) {
                pictures++;
            }
        }
        assertThat(pictures).isEqualTo(50);
    }

    @Test
    void onlyAsManyPicturesASecondComeAsAreWantedAndNoLargerOnes() throws Exception {
        DecodeLimits small = new DecodeLimits(160, 160, ClipLimits.PIXELS, ClipLimits.SECONDS, ClipLimits.MEGABYTES);
        int pictures = 0;
        try (ClipStream stream = decoder.open(request(folder.resolve("h264.mp4"), 2, small))) {
            assertThat(stream.width()).isEqualTo(160);
            assertThat(stream.height()).isEqualTo(90);
            while (stream.advance()) {
                pictures++;
            }
        }
        assertThat(pictures).isEqualTo(4);
    }

    @Test
    void morePixelsLongerRecordingsAndMoreMemoryThanPermittedAreRefused() {
        Path file = folder.resolve("h264.mp4");
        assertThat(fault(file, new DecodeLimits(1920, 1080, 320 * 179, 60, 1000)))
                .isEqualTo(DecodeFault.TOO_MANY_PIXELS);
        assertThat(fault(file, new DecodeLimits(1920, 1080, 1 << 20, 1, 1000))).isEqualTo(DecodeFault.TOO_LONG);
        assertThat(fault(file, new DecodeLimits(1920, 1080, 1 << 20, 60, 20))).isEqualTo(DecodeFault.MEMORY);
    }

    @Test
    void whatIsNoRecordingIsRefusedAndAPlaylistReadsNoOtherFile() throws Exception {
        assertThat(fault(folder.resolve("missing.mp4"), ClipLimits.RECORDING)).isEqualTo(DecodeFault.UNREADABLE);
        Path list = Files.writeString(
                folder.resolve("list.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + folder.resolve("h264.mp4") + "\n#EXT-X-ENDLIST\n");
        assertThat(fault(list, ClipLimits.RECORDING)).isEqualTo(DecodeFault.UNREADABLE);
    }

    @Test
    void aDamagedRecordingEndsWithPicturesOrAFaultButNeverOtherwise() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("h264.mkv"));
        for (int seed = 0; seed < 3; seed++) {
            byte[] damaged = Arrays.copyOf(whole, seed == 0 ? whole.length / 2 : whole.length);
            Random random = new Random(seed);
            for (int hit = 0; hit < 20 * seed; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.mkv"), damaged);
            try (ClipStream stream = decoder.open(request(file, RATE, ClipLimits.RECORDING))) {
                int pictures = 0;
                while (stream.advance()) {
                    pictures++;
                }
                assertThat(pictures).isLessThanOrEqualTo(FRAMES);
            } catch (ClipException e) {
                assertThat(e.fault()).isIn(DecodeFault.UNREADABLE, DecodeFault.NO_VIDEO, DecodeFault.TOO_LONG);
            }
        }
    }

    @Test
    void aDecoderProcessThatIsKilledIsAFault() throws Exception {
        DecodeRequest request = request(folder.resolve("h264.mp4"), RATE, ClipLimits.RECORDING);
        try (ClipStream stream = decoder.open(request)) {
            List<ProcessHandle> children = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains("DecoderMain"))
                    .toList();
            assertThat(children).isNotEmpty();
            assertThat(children)
                    .noneMatch(child -> child.info().commandLine().orElse("").contains("h264.mp4"));
            children.forEach(ProcessHandle::destroyForcibly);
            ClipException failed = catchThrowableOfType(ClipException.class, () -> {
                while (stream.advance()) {
                    // What was in the pipe already may still come.
                }
            });
            assertThat(failed.fault()).isEqualTo(DecodeFault.CRASHED);
        }
    }

    @Test
    void aDecoderProcessThatIsSilentIsEnded() {
        ClipDecoder impatient = new ClipDecoder(Duration.ofMillis(300));
        ClipException failed = catchThrowableOfType(
                ClipException.class,
                () -> impatient.open(List.of("sleep", "60"), request(folder, RATE, ClipLimits.RECORDING)));
        assertThat(failed.fault()).isEqualTo(DecodeFault.HUNG);
        assertThat(failed.problem().code()).isEqualTo("clip.hung");
    }

    @Test
    void whatTheDecoderProcessSaysIsNotTrusted() {
        // A picture of 2 billion by 2 billion pixels must not be given memory.
        String lie =
                "printf '\\000\\177\\377\\377\\377\\177\\377\\377\\377\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000'";
        for (String said : List.of(lie, "printf '\\011'", "printf '\\004\\000\\002XY\\000\\000\\000\\000'", "true")) {
            ClipException failed = catchThrowableOfType(
                    ClipException.class,
                    () -> decoder.open(
                            List.of("sh", "-c", "cat >/dev/null & " + said + "; wait"),
                            request(folder, RATE, ClipLimits.RECORDING)));
            assertThat(failed.fault()).as(said).isEqualTo(DecodeFault.CRASHED);
        }
    }

    private DecodeFault fault(Path file, DecodeLimits limits) {
        return catchThrowableOfType(ClipException.class, () -> {
                    try (ClipStream stream = decoder.open(request(file, RATE, limits))) {
                        while (stream.advance()) {
                            // Only its end is of interest.
                        }
                    }
                })
                .fault();
    }

    private static DecodeRequest request(Path file, double rate, DecodeLimits limits) {
        return new DecodeRequest(false, file.toString(), "", "", rate, limits);
    }
}
