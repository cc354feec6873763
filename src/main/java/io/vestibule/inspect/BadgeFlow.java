package io.vestibule.inspect;

import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoMaker;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.List;

/// Reads names off a picture of a badge, so that nobody has to type them. Nothing of the picture is kept.
public final class BadgeFlow {

    private final PhotoChecks checks;
    private final PhotoDoor door;
    private final PhotoMaker maker = PhotoMaker.standard();

    public BadgeFlow(PhotoChecks checks, PhotoDoor door) {
        this.checks = checks;
        this.door = door;
    }

    public boolean isOn() {
        return checks.isOn(Check.TEXT);
    }

    /// What may be names, the likeliest first.
    ///
    /// @throws PhotoException if the file is no picture that can be read
    /// @throws InspectException if it is switched off
    /// @throws io.vestibule.cloud.CloudException if the service gave no answer
    public List<String> names(Path picture) throws PhotoException {
        checks.require(Check.TEXT);
        return names(door.read(picture));
    }

    /// The same with a picture that is decoded already, for example from the clipboard.
    public List<String> names(Pixels picture) {
        return switch (checks.look(Check.TEXT, maker.make(picture).bytes(), "")) {
            case Sight.Text text -> NameReader.names(text.lines());
            default -> List.of();
        };
    }
}
