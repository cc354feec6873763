package io.vestibule.camera.stream;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.clip.ClipLimits;
import io.vestibule.clip.ClipStream;
import io.vestibule.clip.wire.DecodeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Plays a recording like a camera, at its own speed. At its end it begins again, as the camera does that is opened
/// once more.
public final class RecordingDriver implements CameraDriver {

    private final Path file;
    private final ClipDecoder decoder;

    public RecordingDriver(Path file, ClipDecoder decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    @Override
    public List<CameraDevice> devices() {
        return List.of(new CameraDevice("recording:desk", String.valueOf(file.getFileName())));
    }

    @Override
    public Grabber open(CameraDevice device) throws CameraException {
        if (!Files.isRegularFile(file)) {
            throw new CameraException(new CameraFailure.RecordingUnreadable());
        }
        DecodeRequest request =
                new DecodeRequest(false, file.toString(), "", "", StreamOpening.RATE, ClipLimits.CAMERA);
        try {
            return StreamOpening.open(decoder, request, new OwnSpeed());
        } catch (CameraException e) {
            throw e.failure() instanceof CameraFailure.Unusable
                    ? new CameraException(new CameraFailure.RecordingUnreadable())
                    : e;
        }
    }

    private static final class OwnSpeed implements StreamGrabber.Pacing {

        private static final long MOST_WAIT = 1_000_000_000;

        private long begun;

        @Override
        public void await(ClipStream stream) {
            if (begun == 0) {
                begun = System.nanoTime() - stream.time().toNanos();
            }
            long wait = begun + stream.time().toNanos() - System.nanoTime();
            LockSupport.parkNanos(Math.min(wait, MOST_WAIT)); // a gap in the recording is not waited for
        }
    }
}
