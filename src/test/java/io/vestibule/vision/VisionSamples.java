package io.vestibule.vision;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The bundled sample photos, decoded as the program decodes them.
final class VisionSamples {

    private VisionSamples() {}

    static byte[] bytes(String name) {
        try (InputStream in =
                Objects.requireNonNull(VisionSamples.class.getResourceAsStream("/assets/samples/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pixels pixels(String name) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(bytes(name));
        } catch (PhotoException e) {
            throw new AssertionError(name, e);
        }
    }

    /// `photo` centred in a gray picture.
    static Pixels onGray(Pixels photo, int width, int height) {
        int[] argb = new int[width * height];
        int left = (width - photo.width()) / 2;
        int top = (height - photo.height()) / 2;
        for (int i = 0; i < argb.length; i++) {
            int x = i % width - left;
            int y = i / width - top;
            boolean within = x >= 0 && y >= 0 && x < photo.width() && y < photo.height();
            argb[i] = within ? photo.at(x, y) : 0xFF808080;
        }
        return new Pixels(width, height, argb);
    }
}
