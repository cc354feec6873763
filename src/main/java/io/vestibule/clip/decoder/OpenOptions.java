package io.vestibule.clip.decoder;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.vestibule.clip.wire.DecodeRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/// What FFmpeg may open, and how. Only the protocols, formats and decoders that are wanted: a playlist in a file
/// must not read other files or addresses, and a rarely used decoder is the likeliest to be broken.
final class OpenOptions {

    /// Recordings of cameras and phones. Also those of the stream that a camera announces.
    private static final String DECODERS = "h264,hevc,mjpeg,mpeg4";

    private static final String FILE_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi";
    private static final String CAMERA_PROTOCOLS = "rtsp,rtp,tcp";

    /// How long a stream is watched to learn its format, in microseconds. FFmpeg's five seconds are for files.
    private static final String CAMERA_ANALYSIS = "500000";

    private OpenOptions() {}

    static AVDictionary of(DecodeRequest request) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "codec_whitelist", DECODERS, 0);
        if (!request.live()) {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", FILE_FORMATS, 0);
            return options;
        }
        av_dict_set(options, "protocol_whitelist", CAMERA_PROTOCOLS, 0);
        av_dict_set(options, "rtsp_transport", "tcp", 0);
        av_dict_set(options, "allowed_media_types", "video", 0);
        av_dict_set(options, "analyzeduration", CAMERA_ANALYSIS, 0);
        return options;
    }

    /// The address as FFmpeg takes it, with the login.
    ///
    /// @throws DecodeException if an encrypted connection to the camera cannot be made
    static String url(DecodeRequest request) throws DecodeException {
        if (!request.live()) {
            return "file:" + Path.of(request.address()).toAbsolutePath();
        }
        URI camera = URI.create(request.address());
        String login =
                request.user().isEmpty() ? "" : escaped(request.user()) + ":" + escaped(request.password()) + "@";
        String host = camera.getRawAuthority();
        if (camera.getScheme().equalsIgnoreCase("rtsps")) {
            host = "127.0.0.1:" + TlsTunnel.open(camera).port();
        }
        String query = camera.getRawQuery() == null ? "" : "?" + camera.getRawQuery();
        return "rtsp://" + login + host + camera.getRawPath() + query;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
