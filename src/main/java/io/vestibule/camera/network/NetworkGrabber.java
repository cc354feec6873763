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
    private final MjpegStream mjpegStream;
    private final JpegDecoder decoder;

    NetworkGrabber(HttpClient client, MjpegStream mjpegStream, JpegDecoder decoder) {
        this.client = client;
        this.mjpegStream = mjpegStream;
        this.decoder = decoder;
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        byte[] picture = mjpegStream.take(WAIT_MILLIS);
        if (picture == null) {
            if (mjpegStream.ended()) {
                throw new CameraException(new CameraFailure.Lost());
            }
            return false;
        }
        return decoder.decode(picture, picture.length, pool, sink);
    }

    @Override
    public void close() {
        mjpegStream.end();
        client.shutdownNow();
        decoder.close();
    }
}
