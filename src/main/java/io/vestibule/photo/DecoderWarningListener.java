package io.vestibule.photo;

import io.vestibule.photo.format.DamagedFileException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/// Listens to what a decoder says while it goes on with a broken file and fills the rest with gray: such a
/// picture looks like a photo and is none. The phrases are those of libjpeg (jerror.h) and of the JDK's PNG
/// reader. Others, such as stray bytes before a marker, leave the picture whole.
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
