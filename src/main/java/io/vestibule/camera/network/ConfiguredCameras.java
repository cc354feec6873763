package io.vestibule.camera.network;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The configured network cameras that one driver opens.
public final class ConfiguredCameras {

    private final Supplier<List<NetworkCamera>> cameras;
    private final Predicate<NetworkAddress> own;
    private final String prefix;

    /// @param cameras all configured cameras, read each time
    /// @param own whether the driver opens this address
    /// @param prefix of the ids of the driver's devices
    public ConfiguredCameras(Supplier<List<NetworkCamera>> cameras, Predicate<NetworkAddress> own, String prefix) {
        this.cameras = cameras;
        this.own = own;
        this.prefix = prefix;
    }

    public List<CameraDevice> devices() {
        return all().map(this::described).toList();
    }

    private Stream<NetworkCamera> all() {
        return cameras.get().stream().filter(camera -> own.test(camera.address()));
    }

    private CameraDevice described(NetworkCamera camera) {
        return new CameraDevice(prefix + camera.id(), camera.name());
    }

    /// @throws CameraException if the camera is no longer configured, or others could read its traffic
    public NetworkCamera find(CameraDevice device) throws CameraException {
        NetworkCamera camera = all().filter(each -> described(each).id().equals(device.id()))
                .findFirst()
                .orElseThrow(() -> new CameraException(new CameraFailure.Lost()));
        if (camera.isRefused()) {
            throw new CameraException(new CameraFailure.NotEncrypted());
        }
        return camera;
    }
}
