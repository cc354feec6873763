package io.vestibule.photo;

import io.vestibule.base.CpuPool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// The only way to read picture files. For any bytes the result is a clean upright picture or a
/// [PhotoException]; file names and extensions are ignored. JPEG (also CMYK, gray and progressive), PNG,
/// WebP, BMP, GIF (first frame) and TIFF (first page) are read; transparent parts become white and colours
/// sRGB.
///
/// Width and height are read and checked before a single pixel is decoded. Pictures are decoded in
/// [CpuPool#DECODE]: at most two at the same time in the whole process, in order of arrival. Thread-safe.
public final class PhotoDecoder {

    private final PhotoLimits limits;
    private final ImageFileDecoder imageFileDecoder;

    public PhotoDecoder(PhotoLimits limits) {
        this.limits = limits;
        this.imageFileDecoder = new ImageFileDecoder(limits);
    }

    /// @param file any bytes, treated as untrusted. Neither modified nor retained
    /// @throws PhotoException if it is not a picture, exceeds a limit, or is damaged
    /// @throws CancellationException if the thread is interrupted while it waits for its turn
    public Pixels decode(byte[] file) throws PhotoException {
        if (file.length == 0) {
            throw new PhotoException(new PhotoFailure.Empty());
        }
        refuseLarge(file.length);
        return CpuPool.DECODE.run(() -> imageFileDecoder.decode(file));
    }

    /// Like [#decode(byte[])]; a file that is too large is rejected before it is read.
    public Pixels decode(Path file) throws PhotoException {
        return decode(bytesOf(file));
    }

    private byte[] bytesOf(Path file) throws PhotoException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new PhotoException(new PhotoFailure.UnreadableFile());
            }
            refuseLarge(Files.size(file));
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(limits.maxBytes() + 1); // it may have grown since
            }
        } catch (IOException | SecurityException e) {
            // The cause contains the file name, so it is not passed on.
            throw new PhotoException(new PhotoFailure.UnreadableFile());
        }
    }

    private void refuseLarge(long bytes) throws PhotoException {
        if (bytes > limits.maxBytes()) {
            throw new PhotoException(new PhotoFailure.TooManyBytes(limits.maxBytes() / 1_000_000));
        }
    }
}
