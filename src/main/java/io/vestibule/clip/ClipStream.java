package io.vestibule.clip;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeMessage;
import io.vestibule.clip.wire.DecodeRequest.DecodeLimits;
import io.vestibule.photo.Pixels;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// The pictures of one recording or camera, in order. For one thread, but for [#close].
///
/// Nothing that the decoder process says is taken for granted: sizes are checked before memory is reserved for them,
/// and a process that crashes, is silent or makes no progress ends the stream with a [ClipException].
public final class ClipStream implements AutoCloseable {

    private final Process process;
    private final DataInputStream in;
    private final DecodeLimits limits;
    private final ProcessWatch watch;
    private int width;
    private int height;
    private int turns;
    private long duration;
    private long micros = -1;
    private byte[] bytes = new byte[0];

    ClipStream(Process process, Duration patience, DecodeLimits limits) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.limits = limits;
        this.watch = new ProcessWatch(process, patience);
    }

    void open() throws ClipException {
        try {
            expect(read(), DecodeMessage.OPENED);
            width = in.readInt();
            height = in.readInt();
            turns = in.readInt();
            duration = in.readLong();
        } catch (IOException e) {
            throw ended();
        }
        boolean fits = width >= 1 && height >= 1 && width <= limits.outputWidth() && height <= limits.outputHeight();
        if (!fits || turns < 0 || turns > 3 || duration < 0) {
            throw new ClipException(DecodeFault.CRASHED, 0);
        }
        bytes = new byte[4 * width * height];
        watch.pause();
    }

    /// Waits for the next picture.
    ///
    /// @return false at the end of a recording
    public boolean advance() throws ClipException {
        watch.begin();
        try {
            while (true) {
                DecodeMessage message = read();
                if (message == DecodeMessage.END) {
                    return false;
                }
                long reached = in.readLong();
                if (reached > micros) {
                    micros = reached;
                    watch.progress();
                }
                if (message == DecodeMessage.PICTURE) {
                    in.readFully(bytes);
                    return true;
                }
                expect(message, DecodeMessage.PROGRESS);
            }
        } catch (IOException e) {
            throw ended();
        } finally {
            watch.pause();
        }
    }

    private DecodeMessage read() throws IOException, ClipException {
        DecodeMessage message =
                DecodeMessage.of(in.readUnsignedByte()).orElseThrow(() -> new ClipException(DecodeFault.CRASHED, 0));
        if (message == DecodeMessage.FAULT) {
            throw fault(in.readUTF(), in.readInt());
        }
        return message;
    }

    private static ClipException fault(String name, int number) {
        try {
            return new ClipException(DecodeFault.valueOf(name), number);
        } catch (IllegalArgumentException e) {
            return new ClipException(DecodeFault.CRASHED, number);
        }
    }

    private static void expect(DecodeMessage found, DecodeMessage wanted) throws ClipException {
        if (found != wanted) {
            throw new ClipException(DecodeFault.CRASHED, 0);
        }
    }

    private ClipException ended() {
        return new ClipException(watch.hasEnded() ? DecodeFault.HUNG : DecodeFault.CRASHED, 0);
    }

    /// Of the pictures as [#copyTo] delivers them, in pixels.
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Quarter turns clockwise that show the pictures upright, 0..3.
    public int turns() {
        return turns;
    }

    /// Zero if unknown.
    public Duration duration() {
        return Duration.ofNanos(1000 * duration);
    }

    /// Time of the current picture, from the beginning.
    public Duration time() {
        return Duration.ofNanos(1000 * Math.max(0, micros));
    }

    /// Copies the current picture, not turned.
    ///
    /// @param argb exactly `width * height` values
    public void copyTo(int[] argb) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(argb);
    }

    /// A copy of the current picture, upright.
    public Pixels pixels() {
        int[] argb = new int[width * height];
        copyTo(argb);
        return new Pixels(width, height, argb).turned(turns);
    }

    /// Ends the decoder process.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
