package io.vestibule.camera.stream;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.network.CameraCredentials;
import io.vestibule.camera.network.ConfiguredCameras;
import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.camera.network.NetworkCamera;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.clip.ClipLimits;
import io.vestibule.clip.wire.DecodeRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Network cameras that speak RTSP (H.264, H.265, MJPEG), over TCP. Certificates and hosts of `rtsps` addresses are
/// checked before a login is sent.
public final class RtspDriver implements CameraDriver {

    private static final String PREFIX = "rtsp:";

    private final ConfiguredCameras cameras;
    private final ClipDecoder decoder;

    /// @param cameras the configured cameras, read each time; only those with an RTSP address are used
    public RtspDriver(Supplier<List<NetworkCamera>> cameras, ClipDecoder decoder) {
        this.cameras = new ConfiguredCameras(cameras, NetworkAddress::isRtsp, PREFIX);
        this.decoder = decoder;
    }

    @Override
    public List<CameraDevice> devices() {
        return cameras.devices();
    }

    @Override
    public Grabber open(CameraDevice device) throws CameraException {
        NetworkCamera camera = cameras.find(device);
        return StreamOpening.open(decoder, request(camera), StreamGrabber.Pacing.LIVE);
    }

    private static DecodeRequest request(NetworkCamera camera) {
        Optional<CameraCredentials> login = camera.login();
        return new DecodeRequest(
                true,
                camera.address().uri().toString(),
                login.map(CameraCredentials::user).orElse(""),
                login.map(CameraCredentials::password).orElse(""),
                StreamOpening.RATE,
                ClipLimits.CAMERA);
    }
}
