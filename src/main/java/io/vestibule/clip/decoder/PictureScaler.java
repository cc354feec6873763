package io.vestibule.clip.decoder;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.swscale.*;

import io.vestibule.clip.wire.DecodeFault;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Converts decoded pictures to the colours and the size that the program asked for.
final class PictureScaler {

    /// The vector instructions of FFmpeg write beyond the end of a row, in bytes.
    private static final int PADDING = 64;

    private final int width;
    private final int height;
    private final BytePointer pixels;
    private final PointerPointer<BytePointer> planes; // FFmpeg reads four of each
    private final IntPointer strides;
    private SwsContext context = new SwsContext(null);

    /// @param width,height of what is delivered
    PictureScaler(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new BytePointer(4L * width * height + PADDING);
        this.planes = new PointerPointer<>(pixels, null, null, null);
        this.strides = new IntPointer(4 * width, 0, 0, 0);
    }

    /// @return valid until the next call
    ByteBuffer convert(AVFrame frame) throws DecodeException {
        context = sws_getCachedContext(
                context,
                frame.width(),
                frame.height(),
                frame.format(),
                width,
                height,
                AV_PIX_FMT_BGRA,
                SWS_FAST_BILINEAR,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new DecodeException(DecodeFault.NO_VIDEO, 0);
        }
        sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        return pixels.limit(4L * width * height).asByteBuffer();
    }
}
