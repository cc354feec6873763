package io.vestibule.clip.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;
import io.vestibule.clip.wire.DecodeRequest.DecodeLimits;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Decodes one input from its first key picture to its end.
final class Decoding {

    /// Wall time without a picture after which the position in the recording is reported, in nanoseconds.
    private static final long QUIET = 500_000_000;

    private final DecodeRequest request;
    private final MessageWriter out;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final long interval;
    private final long begun = System.nanoTime();
    private boolean keySeen;
    private long due;
    private long reached;
    private long said = System.nanoTime();

    Decoding(DecodeRequest request, MessageWriter out) {
        this.request = request;
        this.out = out;
        this.interval = Math.round(1_000_000 / request.framesPerSecond());
    }

    void run() throws DecodeException, IOException {
        MediaInput input = MediaInput.open(request);
        double aspect = input.pixelAspect();
        double wide = input.codec().width() * aspect;
        DecodeLimits limits = request.limits();
        double scale = Math.min(
                1,
                Math.min(
                        limits.outputWidth() / wide,
                        (double) limits.outputHeight() / input.codec().height()));
        int width = (int) Math.max(1, Math.round(wide * scale));
        int height = (int) Math.max(1, Math.round(input.codec().height() * scale));
        PictureScaler scaler = new PictureScaler(width, height);
        out.opened(width, height, input.turns(), request.live() ? 0 : input.duration());
        while (true) {
            int read = input.read(packet);
            if (read < 0) {
                if (request.live()) {
                    throw new DecodeException(DecodeFault.LOST, read); // a camera has no end
                }
                avcodec_send_packet(input.codec(), null); // the decoder still holds the last pictures
                receive(input, scaler);
                out.end();
                return;
            }
            avcodec_send_packet(input.codec(), packet); // a damaged packet costs its pictures only
            av_packet_unref(packet);
            receive(input, scaler);
        }
    }

    private void receive(MediaInput input, PictureScaler scaler) throws DecodeException, IOException {
        while (avcodec_receive_frame(input.codec(), frame) >= 0) {
            reached = Math.max(reached, time(input));
            if (!request.live() && reached > request.limits().seconds() * 1_000_000) {
                throw new DecodeException(DecodeFault.TOO_LONG, 0); // the length in the file was not the truth
            }
            keySeen |= (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
            boolean damaged = (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
            if (keySeen && !damaged && reached >= due) {
                due = Math.max(due + interval, reached);
                out.picture(reached, scaler.convert(frame));
                said = System.nanoTime();
            }
            av_frame_unref(frame);
        }
        if (System.nanoTime() - said > QUIET && !request.live()) {
            out.progress(reached);
            said = System.nanoTime();
        }
    }

    /// Pictures without a time are counted as 25 a second. The clock of a camera may jump, so ours is used.
    private long time(MediaInput input) {
        if (request.live()) {
            return (System.nanoTime() - begun) / 1000;
        }
        long micros = input.micros(frame);
        return micros >= 0 ? micros : reached + 40_000;
    }
}
