package io.vestibule.clip.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeRequest;

/// What an error number of FFmpeg says about an address that did not open.
final class OpenFault {

    private OpenFault() {}

    static DecodeFault of(DecodeRequest request, int number) {
        if (!request.live()) {
            return DecodeFault.UNREADABLE;
        }
        if (number == AVERROR_HTTP_UNAUTHORIZED()) {
            return DecodeFault.LOGIN;
        }
        return status(number) > 0 ? DecodeFault.REFUSED : DecodeFault.UNREACHABLE;
    }

    /// The status that the camera answered with; 0 if it gave none.
    static int status(int number) {
        if (number == AVERROR_HTTP_BAD_REQUEST() || number == AVERROR_HTTP_OTHER_4XX()) {
            return 400;
        }
        if (number == AVERROR_HTTP_FORBIDDEN()) {
            return 403;
        }
        if (number == AVERROR_HTTP_NOT_FOUND()) {
            return 404;
        }
        return number == AVERROR_HTTP_SERVER_ERROR() ? 500 : 0;
    }
}
