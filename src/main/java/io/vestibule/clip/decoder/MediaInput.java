package io.vestibule.clip.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// An open recording or camera and the decoder of its moving pictures. Nothing is freed: the process ends with it.
final class MediaInput {

    /// The demultiplexer waits for packets in order for this long, in microseconds, before it counts some as lost.
    private static final int CAMERA_DELAY = 500_000;

    private final AVFormatContext format;
    private final AVStream stream;
    private final AVCodecContext codec;

    private MediaInput(AVFormatContext format, AVStream stream, AVCodecContext codec) {
        this.format = format;
        this.stream = stream;
        this.codec = codec;
    }

    static MediaInput open(DecodeRequest request) throws DecodeException {
        AVFormatContext format = avformat_alloc_context();
        AVDictionary options = OpenOptions.of(request);
        if (request.live()) {
            format.max_delay(CAMERA_DELAY);
        }
        int opened = avformat_open_input(format, OpenOptions.url(request), null, options);
        av_dict_free(options);
        if (opened < 0) {
            throw new DecodeException(OpenFault.of(request, opened), OpenFault.status(opened));
        }
        int known = avformat_find_stream_info(format, (PointerPointer<?>) null);
        int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (known < 0 || index < 0) {
            throw new DecodeException(DecodeFault.NO_VIDEO, Math.min(known, index));
        }
        AVStream stream = format.streams(index);
        for (int other = 0; other < format.nb_streams(); other++) {
            if (other != index) {
                format.streams(other).discard(AVDISCARD_ALL);
            }
        }
        check(request, format, stream.codecpar());
        return new MediaInput(format, stream, decoder(request, stream));
    }

    private static void check(DecodeRequest request, AVFormatContext format, AVCodecParameters parameters)
            throws DecodeException {
        if (parameters.width() < 1 || parameters.height() < 1) {
            throw new DecodeException(DecodeFault.NO_VIDEO, 0);
        }
        if ((long) parameters.width() * parameters.height() > request.limits().pixels()) {
            throw new DecodeException(DecodeFault.TOO_MANY_PIXELS, 0);
        }
        if (!request.live() && format.duration() > request.limits().seconds() * AV_TIME_BASE) {
            throw new DecodeException(DecodeFault.TOO_LONG, 0);
        }
    }

    private static AVCodecContext decoder(DecodeRequest request, AVStream stream) throws DecodeException {
        AVCodec found = avcodec_find_decoder(stream.codecpar().codec_id());
        if (found == null) {
            throw new DecodeException(DecodeFault.NO_VIDEO, 0);
        }
        AVCodecContext codec = avcodec_alloc_context3(found);
        avcodec_parameters_to_context(codec, stream.codecpar());
        codec.pkt_timebase(stream.time_base());
        codec.thread_count(1); // one core at most
        codec.max_pixels(request.limits().pixels());
        AVRational rate = stream.avg_frame_rate();
        if (rate.den() > 0 && request.framesPerSecond() * 3 < (double) rate.num() / rate.den()) {
            // Pictures to which no other one refers need not be decoded if only some of all are wanted.
            codec.skip_frame(AVDISCARD_NONREF);
        }
        int opened = avcodec_open2(codec, found, (PointerPointer<?>) null);
        if (opened < 0) {
            throw new DecodeException(DecodeFault.NO_VIDEO, opened);
        }
        return codec;
    }

    /// @return 0, or an error number of FFmpeg
    int read(AVPacket packet) {
        int read = av_read_frame(format, packet);
        while (read >= 0 && packet.stream_index() != stream.index()) {
            av_packet_unref(packet);
            read = av_read_frame(format, packet);
        }
        return read;
    }

    AVCodecContext codec() {
        return codec;
    }

    /// Time from the beginning in microseconds; -1 if the picture has none.
    long micros(AVFrame frame) {
        if (frame.best_effort_timestamp() == AV_NOPTS_VALUE) {
            return -1;
        }
        long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        return av_rescale_q(frame.best_effort_timestamp() - start, stream.time_base(), av_get_time_base_q());
    }

    /// The length of the recording in microseconds; 0 if unknown.
    long duration() {
        return format.duration() == AV_NOPTS_VALUE ? 0 : Math.max(0, format.duration());
    }

    /// Quarter turns clockwise that show the pictures upright, from the display matrix that phones write.
    int turns() {
        AVCodecParameters parameters = stream.codecpar();
        if (parameters.nb_coded_side_data() == 0) {
            return 0;
        }
        AVPacketSideData matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        double anticlockwise = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(anticlockwise) ? 0 : Math.floorMod(-Math.round(anticlockwise / 90), 4);
    }

    /// Width of a pixel divided by its height; 1 for nearly all cameras. Some recordings have rounding errors in it,
    /// which nobody sees.
    double pixelAspect() {
        AVRational ratio = stream.codecpar().sample_aspect_ratio();
        double aspect = ratio.num() > 0 && ratio.den() > 0 ? (double) ratio.num() / ratio.den() : 1;
        return aspect > 0.25 && aspect < 4 && Math.abs(aspect - 1) > 0.02 ? aspect : 1;
    }
}
