package io.vestibule.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Frame;
import io.vestibule.photo.Pixels;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Records the calls of a camera.
public final class Watching implements CameraListener {

    private final BlockingQueue<CameraState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<Pixels> pictures = new LinkedBlockingQueue<>(1);
    volatile Thread thread = Thread.currentThread();

    @Override
    public void frame(Frame frame) {
        thread = Thread.currentThread();
        if (pictures.remainingCapacity() > 0) {
            pictures.offer(frame.copy());
        }
    }

    @Override
    public void state(CameraState state) {
        states.add(state);
    }

    /// Interrupts the camera's thread, wherever it is.
    public void interrupt() {
        thread.interrupt();
    }

    /// The next picture.
    public Pixels picture() throws InterruptedException {
        Pixels picture = pictures.poll(20, TimeUnit.SECONDS);
        assertThat(picture).as("a picture").isNotNull();
        return picture;
    }

    /// A picture that arrived after this call.
    public Pixels freshPicture() throws InterruptedException {
        pictures.clear();
        return picture();
    }

    public CameraDevice live() throws InterruptedException {
        return ((CameraState.Live) until(CameraState.Live.class::isInstance)).device();
    }

    public void failed(CameraFailure failure) throws InterruptedException {
        until(state -> state.equals(new CameraState.Failed(failure)));
    }

    private CameraState until(Predicate<CameraState> wanted) throws InterruptedException {
        while (true) {
            CameraState state = states.poll(20, TimeUnit.SECONDS);
            assertThat(state).as("a state").isNotNull();
            if (wanted.test(state)) {
                return state;
            }
        }
    }
}
