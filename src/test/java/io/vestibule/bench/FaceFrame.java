package io.vestibule.bench;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;

/// A frame of 1280 x 720 with a face for which the only guidance is to turn the head.
final class FaceFrame {

    private FaceFrame() {}

    static Pixels of() throws PhotoException {
        Pixels photo = new PhotoDecoder(PhotoLimits.DEFAULT)
                .decode(Path.of("assets/samples/sample-person-1/1.jpg"))
                .scaled(576, 720);
        int[] argb = new int[1280 * 720];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 1280 - 352;
            argb[i] = x >= 0 && x < 576 ? photo.at(x, i / 1280) : 0xFF808080;
        }
        return new Pixels(1280, 720, argb);
    }
}
