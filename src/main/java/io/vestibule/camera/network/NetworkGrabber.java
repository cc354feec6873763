package io.vestibule.camera.network;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.jpeg.JpegDecoder;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.net.http.HttpClient;
import java.util.function.Consumer;

/// A running network camera.
final class NetworkGrabber implements Grabber {

    private static final int WAIT_MILLIS = 250;

    private final HttpClient client;
    private final Stream stream;
    private final JpegDecoder decoder;

    NetworkGrabber(HttpClient client, Stream stream, JpegDecoder decoder) {
        this.client = client;
        this.stream = stream;
        this.decoder = decoder;
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        byte[] picture = stream.take(WAIT_MILLIS);
        if (picture == null) {
            if (stream.ended()) {
                throw new CameraException(new CameraFailure.Lost());
            }
            return false;
        }
        return decoder.decode(picture, picture.length, pool, sink);
    }

    @Override
    public void close() {
        stream.end();
        client.shutdownNow();
        decoder.close();
    }
}
