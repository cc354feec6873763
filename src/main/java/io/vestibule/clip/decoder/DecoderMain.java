package io.vestibule.clip.decoder;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;

/// The decoder process. Ends when it has delivered everything, and when the program that started it is gone.
public final class DecoderMain {

    private static final long CHECK_NANOS = 200_000_000;

    private DecoderMain() {}

    /// Takes no arguments: the request comes on the standard input, because arguments can be seen by every user of
    /// the computer.
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        MessageWriter out = new MessageWriter(new FileOutputStream(FileDescriptor.out));
        DecodeRequest request = DecodeRequest.read(in);
        background(() -> endWithParent(in));
        try {
            FfmpegLibraries.load(request.limits().megabytes());
            background(() -> limitMemory(request.limits().megabytes(), out));
            new Decoding(request, out).run();
        } catch (DecodeException e) {
            out.fault(e.fault(), e.number());
        } catch (LinkageError e) {
            out.fault(DecodeFault.NO_LIBRARY, 0);
        } catch (OutOfMemoryError e) {
            out.fault(DecodeFault.MEMORY, 0);
        }
        Runtime.getRuntime().halt(0); // a native thread must not keep the process
    }

    private static void background(Runnable task) {
        Thread.ofPlatform().daemon(true).start(task);
    }

    private static void endWithParent(DataInputStream in) {
        try {
            while (in.read() >= 0) {
                // The program sends nothing more; only the end of the pipe counts.
            }
        } catch (IOException e) {
            // The pipe is broken, which is an end as well.
        }
        Runtime.getRuntime().halt(1);
    }

    /// FFmpeg limits single blocks only; the sum is watched here.
    private static void limitMemory(int megabytes, MessageWriter out) {
        try {
            while (Pointer.physicalBytes() >> 20 < megabytes) {
                LockSupport.parkNanos(CHECK_NANOS);
            }
            out.fault(DecodeFault.MEMORY, 0);
        } catch (IOException e) {
            // Nobody reads any more, so the process ends without a message.
        }
        Runtime.getRuntime().halt(2);
    }
}
