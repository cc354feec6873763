package io.vestibule.camera.v4l2;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.RetryLog;
import io.vestibule.camera.jpeg.JpegDecoders;
import java.io.IOException;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// Webcams on Linux. 64-bit only, like the program.
public final class V4l2Driver implements CameraDriver {

    private final RetryLog log = new RetryLog(LoggerFactory.getLogger(V4l2Driver.class));

    private final Path folder;
    private final Libc libc;
    private final JpegDecoders decoders;

    public V4l2Driver(JpegDecoders decoders) {
        this(Path.of("/dev"), Linker.nativeLinker().defaultLookup(), decoders);
    }

    /// @param folder that contains the nodes `video0`, `video1`, ...
    /// @param symbols where `open`, `close`, `ioctl`, `poll`, `mmap` and `munmap` are looked up first
    public V4l2Driver(Path folder, SymbolLookup symbols, JpegDecoders decoders) {
        this.folder = folder;
        this.libc = new Libc(symbols);
        this.decoders = decoders;
    }

    @Override
    public List<CameraDevice> devices() {
        return found().keySet().stream().toList();
    }

    @Override
    public Grabber open(CameraDevice device) throws CameraException {
        Path node = found().get(device);
        if (node == null) {
            throw new CameraException(new CameraFailure.Lost());
        }
        V4l2Device v4l2Device = new V4l2Device(libc, node);
        try {
            return V4l2Grabber.start(v4l2Device, decoders);
        } catch (CameraException | RuntimeException e) {
            v4l2Device.close();
            throw e;
        }
    }

    /// A node without access rights is listed all the same, so that opening it can report the reason.
    private Map<CameraDevice, Path> found() {
        Map<CameraDevice, Path> found = new LinkedHashMap<>();
        for (Path node : nodes()) {
            try (V4l2Device v4l2Device = new V4l2Device(libc, node)) {
                if (v4l2Device.captures()) {
                    // Two cameras of the same model differ by their port.
                    String id = "v4l2:" + v4l2Device.bus() + ":" + v4l2Device.card();
                    var device = new CameraDevice(id, v4l2Device.card());
                    found.putIfAbsent(device, node);
                }
            } catch (CameraException e) {
                if (e.failure() instanceof CameraFailure.Denied || e.failure() instanceof CameraFailure.InUse) {
                    found.put(new CameraDevice("v4l2:" + node.getFileName(), node.toString()), node);
                }
            } catch (RuntimeException e) {
                log.warn("Node " + node.getFileName() + " was passed over: "
                        + e.getClass().getName());
            }
        }
        return found;
    }

    private List<Path> nodes() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("video\\d{1,3}"))
                    .sorted(java.util.Comparator.comparingInt(file ->
                            Integer.parseInt(file.getFileName().toString().substring(5))))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }
}
