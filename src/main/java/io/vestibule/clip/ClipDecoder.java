package io.vestibule.clip;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Starts decoder processes. Thread-safe.
public final class ClipDecoder {

    private final Duration patience;

    public ClipDecoder() {
        this(ClipLimits.PATIENCE);
    }

    /// @param patience a decoder process without progress for this time is ended
    public ClipDecoder(Duration patience) {
        this.patience = patience;
    }

    /// Opens a recording or a camera, and waits until its format is known. Blocks; not for the FX thread.
    ///
    /// @return to be closed by the caller
    public ClipStream open(DecodeRequest request) throws ClipException {
        if (!request.live() && !Files.isRegularFile(Path.of(request.address()))) {
            throw new ClipException(DecodeFault.UNREADABLE, 0);
        }
        return open(DecoderCommand.create(), request);
    }

    ClipStream open(List<String> command, DecodeRequest request) throws ClipException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // made for this process, not for that one
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ClipException(DecodeFault.NO_LIBRARY, 0);
        }
        ClipStream stream = new ClipStream(process, patience, request.limits());
        try {
            // Stays open: its end tells the decoder process that this program is gone.
            request.write(new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
            stream.open();
            return stream;
        } catch (IOException e) {
            stream.close();
            throw new ClipException(DecodeFault.CRASHED, 0);
        } catch (ClipException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }
}
