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

    private final Video video;
    private final JpegDecoder decoder;
    private final List<MemorySegment> buffers = new ArrayList<>();
    private final MemorySegment entry;
    private int format;
    private int width;
    private int height;
    private int stride;
    private byte[] bytes = {};

    private V4l2Grabber(Video video, JpegDecoder decoder) {
        this.video = video;
        this.decoder = decoder;
        this.entry = video.arena.allocate(8, 4);
    }

    static V4l2Grabber start(Video video, JpegDecoders decoders) throws CameraException {
        Mode mode = Mode.best(video).orElseThrow(() -> new CameraException(new CameraFailure.Unusable(0)));
        var grabber = new V4l2Grabber(video, decoders.create());
        try {
            grabber.agree(mode);
            grabber.map();
            video.fresh().put(0, Video.CAPTURE).need(Video.STREAMON);
            return grabber;
        } catch (CameraException | RuntimeException e) {
            grabber.free();
            throw e;
        }
    }

    private void agree(Mode mode) throws CameraException {
        video.fresh().put(0, Video.CAPTURE).put(8, mode.width()).put(12, mode.height());
        video.put(16, mode.format()).put(20, 1).need(Video.S_FMT);
        width = video.at(8);
        height = video.at(12);
        format = video.at(16);
        stride = Math.max(video.at(24), width * 2);
        boolean read = format == Video.MJPEG || format == Video.JPEG || format == Video.YUYV;
        if (!read || width < 2 || height < 1 || (long) width * height > 40_000_000L) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
        // Not every driver lets the rate be set; the frames come at its own then.
        video.fresh()
                .put(0, Video.CAPTURE)
                .put(12, 1)
                .put(16, (int) Math.clamp(mode.rate(), 1, 30))
                .ask(Video.S_PARM);
    }

    private void map() throws CameraException {
        video.fresh().put(0, BUFFERS).put(4, Video.CAPTURE).put(8, Video.MAPPED).need(Video.REQBUFS);
        int given = Math.min(video.at(0), 32);
        for (int i = 0; i < given; i++) {
            buffer(i).need(Video.QUERYBUF);
            MemorySegment memory = video.libc.map(
                    video.state,
                    video.descriptor,
                    Integer.toUnsignedLong(video.at(72)),
                    Integer.toUnsignedLong(video.at(64)));
            if (memory.address() == 0) {
                throw new CameraException(new CameraFailure.Unusable(0));
            }
            buffers.add(memory);
            buffer(i).need(Video.QBUF);
        }
        if (buffers.isEmpty()) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
    }

    private Video buffer(int index) {
        return video.fresh().put(0, index).put(4, Video.CAPTURE).put(60, Video.MAPPED);
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        int events = video.libc.poll(video.state, entry, video.descriptor, WAIT_MILLIS);
        if (events == 0 || events == -Libc.EINTR) {
            return false;
        }
        if (events < 0 || (events & POLLIN) == 0) {
            throw new CameraException(new CameraFailure.Lost());
        }
        int answer = buffer(0).ask(Video.DQBUF);
        if (answer == -Libc.EAGAIN) {
            return false;
        }
        if (answer == -Libc.EIO || answer == -Libc.EINVAL || answer == -Libc.ENODEV) {
            throw new CameraException(new CameraFailure.Lost());
        }
        if (answer < 0) {
            throw Video.failed(answer);
        }
        int index = video.at(0);
        int used = video.at(8);
        boolean whole = (video.at(12) & DAMAGED) == 0 && index >= 0 && index < buffers.size();
        int length = whole ? (int) Math.clamp(used, 0, buffers.get(index).byteSize()) : 0;
        if (length > 0) {
            if (bytes.length < length) {
                bytes = new byte[Math.max(length, 2 * bytes.length)];
            }
            MemorySegment.copy(buffers.get(index), ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
        }
        // Given back before it is decoded, so that the camera never waits for us.
        buffer(index).need(Video.QBUF);
        return length > 0 && hand(length, pool, sink);
    }

    private boolean hand(int length, FramePool pool, Consumer<Frame> sink) {
        if (format != Video.YUYV) {
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
        buffers.forEach(memory -> video.libc.unmap(video.state, memory));
        buffers.clear();
        decoder.close();
    }

    @Override
    public void close() {
        video.fresh().put(0, Video.CAPTURE).ask(Video.STREAMOFF);
        free();
        video.close();
    }
}
