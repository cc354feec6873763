package io.vestibule.inspect;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.List;

/// Reads names from a picture of a badge, so that nobody has to type them. Nothing of the picture is stored.
public final class BadgeFlow {

    private final PhotoInspector checks;
    private final PhotoDecoder decoder;
    private final PhotoEncoder maker = PhotoEncoder.standard();

    public BadgeFlow(PhotoInspector checks, PhotoDecoder decoder) {
        this.checks = checks;
        this.decoder = decoder;
    }

    public boolean isEnabled() {
        return checks.isEnabled(InspectionKind.TEXT);
    }

    /// Candidates for a name, the most likely first.
    ///
    /// @throws PhotoException if the file cannot be decoded as a picture
    /// @throws InspectException if the check is switched off
    /// @throws io.vestibule.cloud.CloudException if the call to the service failed
    public List<String> names(Path picture) throws PhotoException {
        checks.requireEnabled(InspectionKind.TEXT);
        return names(decoder.decode(picture));
    }

    /// The same with a picture that is already decoded, for example from the clipboard.
    public List<String> names(Pixels picture) {
        return switch (checks.inspect(InspectionKind.TEXT, maker.encode(picture).bytes(), "")) {
            case InspectionResult.Text text -> NameReader.names(text.lines());
            default -> List.of();
        };
    }
}
