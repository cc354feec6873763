package io.vestibule.camera.v4l2;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// One open video node. Request numbers and offsets are those of `linux/videodev2.h` on 64-bit machines.
final class V4l2Device implements AutoCloseable {

    static final int MJPEG = fourcc("MJPG");
    static final int JPEG = fourcc("JPEG");
    static final int YUYV = fourcc("YUYV");
    static final int CAPTURE = 1;
    static final int MAPPED = 1;

    static final long QUERYCAP = 0x80685600L;
    static final long ENUM_FMT = 0xC0405602L;
    static final long S_FMT = 0xC0D05605L;
    static final long REQBUFS = 0xC0145608L;
    static final long QUERYBUF = 0xC0585609L;
    static final long QBUF = 0xC058560FL;
    static final long DQBUF = 0xC0585611L;
    static final long STREAMON = 0x40045612L;
    static final long STREAMOFF = 0x40045613L;
    static final long S_PARM = 0xC0CC5616L;
    static final long ENUM_FRAMESIZES = 0xC02C564AL;
    static final long ENUM_FRAMEINTERVALS = 0xC034564BL;

    private static final int CAN_CAPTURE = 1;
    private static final int CAN_STREAM = 0x04000000;
    private static final int HAS_DEVICE_CAPS = 0x80000000;

    /// The largest structure that is passed is `v4l2_format`, 208 bytes.
    private static final int ROOM = 256;

    final Libc libc;
    final Arena arena = Arena.ofShared();
    final MemorySegment state = Libc.state(arena);
    final MemorySegment buffer = arena.allocate(ROOM, 8);
    final int descriptor;

    V4l2Device(Libc libc, Path node) throws CameraException {
        this.libc = libc;
        this.descriptor = libc.open(state, arena.allocateFrom(node.toString()));
        if (descriptor < 0) {
            arena.close();
            throw toException(descriptor);
        }
    }

    static int fourcc(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }

    /// Clears the buffer for the next call.
    V4l2Device clearBuffer() {
        buffer.fill((byte) 0);
        return this;
    }

    V4l2Device putInt(long offset, int value) {
        buffer.set(ValueLayout.JAVA_INT, offset, value);
        return this;
    }

    int getInt(long offset) {
        return buffer.get(ValueLayout.JAVA_INT, offset);
    }

    int ioctl(long request) {
        return libc.ioctl(state, descriptor, request, buffer);
    }

    void ioctlOrThrow(long request) throws CameraException {
        int answer = ioctl(request);
        if (answer < 0) {
            throw toException(answer);
        }
    }

    /// Whether this node captures pictures; others carry metadata, or output pictures.
    boolean captures() {
        if (clearBuffer().ioctl(QUERYCAP) < 0) {
            return false;
        }
        int all = getInt(84);
        int own = (all & HAS_DEVICE_CAPS) == 0 ? all : getInt(88);
        return (own & CAN_CAPTURE) != 0 && (own & CAN_STREAM) != 0;
    }

    /// Name given by the maker; call after [#captures].
    String card() {
        return text(16, 32);
    }

    /// The port that it is plugged into; call after [#captures].
    String bus() {
        return text(48, 32);
    }

    private String text(long offset, int length) {
        byte[] bytes = buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
    }

    static CameraException toException(int answer) {
        return new CameraException(
                switch (-answer) {
                    case Libc.EBUSY -> new CameraFailure.InUse();
                    case Libc.EACCES, Libc.EPERM -> new CameraFailure.Denied();
                    case Libc.ENODEV, 2, 6 -> new CameraFailure.Lost(); // also ENOENT, ENXIO: removed between two calls
                    default -> new CameraFailure.Unusable(-answer);
                });
    }

    @Override
    public void close() {
        libc.close(state, descriptor);
        arena.close();
    }
}
