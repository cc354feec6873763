package io.vestibule.camera.webcam;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A running webcam of webcam-capture. These drivers do not report when a camera stops: they return the last picture
/// for ever. Two pictures of a real sensor are never identical, so a repeated picture counts as none.
final class WebcamLibraryGrabber implements Grabber {

    private static final long ROUND = 10_000_000;

    private final WebcamDevice device;
    private final LongConsumer wait;
    private long last;
    private long due;

    /// @param wait blocks for that many nanoseconds
    WebcamLibraryGrabber(WebcamDevice device, LongConsumer wait) {
        this.device = device;
        this.wait = wait;
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        long early = due - System.nanoTime();
        if (early > 0) {
            wait.accept(early);
        }
        due = System.nanoTime() + ROUND;
        BufferedImage image;
        try {
            if (!device.isOpen()) {
                throw new CameraException(new CameraFailure.Lost());
            }
            image = device.getImage();
        } catch (WebcamException e) {
            throw new CameraException(new CameraFailure.Lost());
        }
        if (image == null) {
            return false;
        }
        Frame frame = pool.lease(image.getWidth(), image.getHeight());
        if (frame == null) {
            return true;
        }
        try (frame) {
            fill(image, frame.pixels());
            long sum = sum(frame.pixels().argb());
            if (sum == last) {
                return false;
            }
            last = sum;
            sink.accept(frame);
            return true;
        }
    }

    private static void fill(BufferedImage image, Pixels into) {
        int[] argb = into.argb();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte data
                && data.getData().length == 3 * argb.length) {
            byte[] bgr = data.getData();
            for (int i = 0, from = 0; i < argb.length; i++, from += 3) {
                argb[i] = 0xFF000000 | (bgr[from + 2] & 0xFF) << 16 | (bgr[from + 1] & 0xFF) << 8 | (bgr[from] & 0xFF);
            }
            return;
        }
        image.getRGB(0, 0, into.width(), into.height(), argb, 0, into.width());
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
    }

    private static long sum(int[] argb) {
        long sum = 1;
        for (int pixel : argb) {
            sum = 31 * sum + pixel;
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (WebcamException e) {
            // Disconnected already.
        }
    }
}
