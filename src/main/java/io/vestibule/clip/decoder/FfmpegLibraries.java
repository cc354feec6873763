package io.vestibule.clip.decoder;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/// Loads the four libraries that decoding needs.
final class FfmpegLibraries {

    private FfmpegLibraries() {}

    /// @param megabytes limit of a single block of memory
    /// @throws LinkageError if this computer has none that fit
    static void load(int megabytes) {
        Loader.load(avutil.class);
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        Loader.load(swscale.class);
        avutil.av_log_set_level(avutil.AV_LOG_QUIET); // its messages name hosts
        avutil.av_max_alloc((long) megabytes << 20);
    }
}
