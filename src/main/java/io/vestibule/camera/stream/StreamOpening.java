package io.vestibule.camera.stream;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.clip.ClipException;
import io.vestibule.clip.ClipStream;
import io.vestibule.clip.wire.DecodeRequest;

/// Opens a stream and waits for its first picture, which comes with the next key picture: cameras send one every two
/// to ten seconds, longer than a running stream may be silent.
final class StreamOpening {

    /// Frames a second, as many as most cameras send.
    static final double RATE = 25;

    private StreamOpening() {}

    static Grabber open(ClipDecoder decoder, DecodeRequest request, StreamGrabber.Pacing pacing)
            throws CameraException {
        try {
            ClipStream stream = decoder.open(request);
            try {
                if (stream.advance()) {
                    return new StreamGrabber(stream, pacing);
                }
                throw new CameraException(new CameraFailure.Unusable(0));
            } catch (CameraException | ClipException | RuntimeException e) {
                stream.close();
                throw e;
            }
        } catch (ClipException e) {
            throw new CameraException(StreamFailure.of(e));
        }
    }
}
