package io.vestibule.camera.network;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.jpeg.JpegDecoders;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// Network cameras that send MJPEG. Certificates and host names are validated; redirects are not followed, because a
/// login must not be sent to another host.
public final class NetworkDriver implements CameraDriver {

    private static final String PREFIX = "network:";

    private final ConfiguredCameras cameras;
    private final SSLContext trust;
    private final Duration timeout;
    private final JpegDecoders decoders;
    private final SecureRandom random = new SecureRandom();

    /// @param cameras the configured cameras, read each time; only those with an HTTP address are used
    /// @param trust decides whose certificates are trusted
    /// @param timeout timeout of the connection, and of the response
    public NetworkDriver(
            Supplier<List<NetworkCamera>> cameras, SSLContext trust, Duration timeout, JpegDecoders decoders) {
        this.cameras = new ConfiguredCameras(cameras, address -> !address.isRtsp(), PREFIX);
        this.trust = trust;
        this.timeout = timeout;
        this.decoders = decoders;
    }

    @Override
    public List<CameraDevice> devices() {
        return cameras.devices();
    }

    @Override
    public Grabber open(CameraDevice device) throws CameraException {
        NetworkCamera camera = cameras.find(device);
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            return new NetworkGrabber(client, stream(client, camera), decoders.create());
        } catch (CameraException | RuntimeException e) {
            client.shutdownNow();
            throw e;
        }
    }

    private MjpegStream stream(HttpClient client, NetworkCamera camera) throws CameraException {
        HttpResponse<MjpegStream> answer = send(client, camera, Optional.empty());
        if (answer.statusCode() == 401 && camera.login().isPresent()) {
            answer.body().end();
            byte[] nonce = new byte[16];
            random.nextBytes(nonce);
            var authorization = AuthChallenge.answer(
                    answer.headers().allValues("WWW-Authenticate"),
                    camera.login().get(),
                    camera.address().uri(),
                    HexFormat.of().formatHex(nonce));
            if (authorization.isPresent()) {
                answer = send(client, camera, authorization);
            }
        }
        if (answer.statusCode() != 200) {
            answer.body().end();
            throw new CameraException(
                    answer.statusCode() == 401
                            ? new CameraFailure.LoginNeeded()
                            : new CameraFailure.ServerRefused(answer.statusCode()));
        }
        return answer.body();
    }

    private HttpResponse<MjpegStream> send(HttpClient client, NetworkCamera camera, Optional<String> authorization)
            throws CameraException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(camera.address().uri()).timeout(timeout).GET();
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return client.send(request.build(), _ -> new MjpegStream());
        } catch (SSLException e) {
            throw new CameraException(new CameraFailure.NotTrusted());
        } catch (IOException e) {
            throw new CameraException(new CameraFailure.Unreachable());
        } catch (InterruptedException e) {
            throw new CameraException(new CameraFailure.Stalled()); // retried
        }
    }
}
