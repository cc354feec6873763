package io.vestibule.camera.v4l2;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.jpeg.JpegDecoder;
import io.vestibule.camera.jpeg.JpegDecoders;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A running webcam: four buffers that the kernel fills in turn.
final class V4l2Grabber implements Grabber {

    private static final int BUFFERS = 4;
    private static final int WAIT_MILLIS = 250;
    private static final int POLLIN = 1;
    private static final int DAMAGED = 0x40;

    private final V4l2Device v4l2Device;
    private final JpegDecoder decoder;
    private final List<MemorySegment> buffers = new ArrayList<>();
    private final MemorySegment entry;
    private int format;
    private int width;
    private int height;
    private int stride;
    private byte[] bytes = {};

    private V4l2Grabber(V4l2Device v4l2Device, JpegDecoder decoder) {
        this.v4l2Device = v4l2Device;
        this.decoder = decoder;
        this.entry = v4l2Device.arena.allocate(8, 4);
    }

    static V4l2Grabber start(V4l2Device v4l2Device, JpegDecoders decoders) throws CameraException {
        CaptureMode captureMode =
                CaptureMode.best(v4l2Device).orElseThrow(() -> new CameraException(new CameraFailure.Unusable(0)));
        var grabber = new V4l2Grabber(v4l2Device, decoders.create());
        try {
            grabber.negotiateFormat(captureMode);
            grabber.map();
            v4l2Device.clearBuffer().putInt(0, V4l2Device.CAPTURE).ioctlOrThrow(V4l2Device.STREAMON);
            return grabber;
        } catch (CameraException | RuntimeException e) {
            grabber.free();
            throw e;
        }
    }

    private void negotiateFormat(CaptureMode captureMode) throws CameraException {
        v4l2Device
                .clearBuffer()
                .putInt(0, V4l2Device.CAPTURE)
                .putInt(8, captureMode.width())
                .putInt(12, captureMode.height());
        v4l2Device.putInt(16, captureMode.format()).putInt(20, 1).ioctlOrThrow(V4l2Device.S_FMT);
        width = v4l2Device.getInt(8);
        height = v4l2Device.getInt(12);
        format = v4l2Device.getInt(16);
        stride = Math.max(v4l2Device.getInt(24), width * 2);
        boolean read = format == V4l2Device.MJPEG || format == V4l2Device.JPEG || format == V4l2Device.YUYV;
        if (!read || width < 2 || height < 1 || (long) width * height > 40_000_000L) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
        // Not every driver supports setting the rate; then frames come at the camera's own rate.
        v4l2Device
                .clearBuffer()
                .putInt(0, V4l2Device.CAPTURE)
                .putInt(12, 1)
                .putInt(16, (int) Math.clamp(captureMode.rate(), 1, 30))
                .ioctl(V4l2Device.S_PARM);
    }

    private void map() throws CameraException {
        v4l2Device
                .clearBuffer()
                .putInt(0, BUFFERS)
                .putInt(4, V4l2Device.CAPTURE)
                .putInt(8, V4l2Device.MAPPED)
                .ioctlOrThrow(V4l2Device.REQBUFS);
        int given = Math.min(v4l2Device.getInt(0), 32);
        for (int i = 0; i < given; i++) {
            buffer(i).ioctlOrThrow(V4l2Device.QUERYBUF);
            MemorySegment memory = v4l2Device.libc.map(
                    v4l2Device.state,
                    v4l2Device.descriptor,
                    Integer.toUnsignedLong(v4l2Device.getInt(72)),
                    Integer.toUnsignedLong(v4l2Device.getInt(64)));
            if (memory.address() == 0) {
                throw new CameraException(new CameraFailure.Unusable(0));
            }
            buffers.add(memory);
            buffer(i).ioctlOrThrow(V4l2Device.QBUF);
        }
        if (buffers.isEmpty()) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
    }

    private V4l2Device buffer(int index) {
        return v4l2Device
                .clearBuffer()
                .putInt(0, index)
                .putInt(4, V4l2Device.CAPTURE)
                .putInt(60, V4l2Device.MAPPED);
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        int events = v4l2Device.libc.poll(v4l2Device.state, entry, v4l2Device.descriptor, WAIT_MILLIS);
        if (events == 0 || events == -Libc.EINTR) {
            return false;
        }
        if (events < 0 || (events & POLLIN) == 0) {
            throw new CameraException(new CameraFailure.Lost());
        }
        int answer = buffer(0).ioctl(V4l2Device.DQBUF);
        if (answer == -Libc.EAGAIN) {
            return false;
        }
        if (answer == -Libc.EIO || answer == -Libc.EINVAL || answer == -Libc.ENODEV) {
            throw new CameraException(new CameraFailure.Lost());
        }
        if (answer < 0) {
            throw V4l2Device.toException(answer);
        }
        int index = v4l2Device.getInt(0);
        int used = v4l2Device.getInt(8);
        boolean whole = (v4l2Device.getInt(12) & DAMAGED) == 0 && index >= 0 && index < buffers.size();
        int length = whole ? (int) Math.clamp(used, 0, buffers.get(index).byteSize()) : 0;
        if (length > 0) {
            if (bytes.length < length) {
                bytes = new byte[Math.max(length, 2 * bytes.length)];
            }
            MemorySegment.copy(buffers.get(index), ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
        }
        // Requeued before decoding, so that the camera never waits for this program.
        buffer(index).ioctlOrThrow(V4l2Device.QBUF);
        return length > 0 && deliver(length, pool, sink);
    }

    private boolean deliver(int length, FramePool pool, Consumer<Frame> sink) {
        if (format != V4l2Device.YUYV) {
            return decoder.decode(bytes, length, pool, sink);
        }
        if (length < (long) stride * (height - 1) + width * 2L) {
            return false;
        }
        Frame frame = pool.lease(width, height);
        if (frame != null) {
            try (frame) {
                Yuyv.convert(bytes, stride, frame.pixels());
                sink.accept(frame);
            }
        }
        return true;
    }

    private void free() {
        buffers.forEach(memory -> v4l2Device.libc.unmap(v4l2Device.state, memory));
        buffers.clear();
        decoder.close();
    }

    @Override
    public void close() {
        v4l2Device.clearBuffer().putInt(0, V4l2Device.CAPTURE).ioctl(V4l2Device.STREAMOFF);
        free();
        v4l2Device.close();
    }
}
