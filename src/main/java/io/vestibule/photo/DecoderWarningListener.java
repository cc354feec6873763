package io.vestibule.photo;

import io.vestibule.photo.format.DamagedFileException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/// Listens for the warnings of decoders that continue after an error in a broken file and fill the rest with gray:
/// the result is a picture, but not the photo. The phrases are those of libjpeg (jerror.h) and of the JDK's PNG
/// reader. Other warnings, such as stray bytes before a marker, do not affect the picture.
final class DecoderWarningListener implements IIOReadWarningListener {

    private static final String[] PHRASES = {
        "premature end",
        "bad huffman code",
        "should be restart marker",
        "found marker",
        "progression",
        "error reading png"
    };

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String said = warning.toLowerCase(Locale.ROOT);
        for (String phrase : PHRASES) {
            if (said.contains(phrase)) {
                damage = warning;
            }
        }
    }

    void requireWhole() throws DamagedFileException {
        if (damage != null) {
            throw new DamagedFileException(damage);
        }
    }
}
