package io.vestibule.camera.folder;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.photo.Pixels;
import java.util.List;

/// Plays pictures in a loop as one camera: many of them as a film, a few for [#HOLD_SECONDS] each, like a person who
/// turns their head.
public final class FolderDriver implements CameraDriver {

    /// Long enough to take a photo of each picture on a slow machine.
    static final int HOLD_SECONDS = 2;

    /// Up to this number of pictures each is held.
    static final int FEW = 12;

    private final CameraDevice device;
    private final PictureSource pictureSource;
    private final int rate;

    /// @param name the camera's name
    /// @param rate frames a second, 1 to 60
    public FolderDriver(String name, PictureSource pictureSource, int rate) {
        if (rate < 1 || rate > 60) {
            throw new IllegalArgumentException(rate + " frames a second");
        }
        this.device = new CameraDevice("folder:" + name, name);
        this.pictureSource = pictureSource;
        this.rate = rate;
    }

    @Override
    public List<CameraDevice> devices() {
        return pictureSource.isAvailable() ? List.of(device) : List.of();
    }

    @Override
    public Grabber open(CameraDevice wanted) throws CameraException {
        List<Pixels> read = pictureSource.read().stream().map(Letterbox::fit).toList();
        if (read.isEmpty()) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
        return new FolderGrabber(read, rate, read.size() <= FEW ? HOLD_SECONDS * rate : 1);
    }
}
