package io.vestibule.camera.stream;

import io.vestibule.camera.CameraFailure;
import io.vestibule.clip.ClipException;

/// What a decoder's fault means for a camera.
final class StreamFailure {

    private StreamFailure() {}

    static CameraFailure of(ClipException e) {
        return switch (e.fault()) {
            case LOGIN -> new CameraFailure.LoginNeeded();
            case REFUSED -> new CameraFailure.ServerRefused(e.number());
            case UNREACHABLE -> new CameraFailure.Unreachable();
            case NOT_TRUSTED -> new CameraFailure.NotTrusted();
            case LOST, CRASHED -> new CameraFailure.Lost();
            case HUNG -> new CameraFailure.Stalled();
            case NO_LIBRARY -> new CameraFailure.NoDecoder();
            case UNREADABLE, NO_VIDEO, TOO_MANY_PIXELS, TOO_LONG, MEMORY -> new CameraFailure.Unusable(e.number());
        };
    }
}
