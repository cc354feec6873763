package io.vestibule.camera;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A recorded sequence: what a camera would see while a person looks straight, turns left and right, up and down.
/// Created from one sample photo. The turns are drawn by moving the middle of the face relative to its edge, which is
/// what a turn looks like to the models; suitable for tests of capture, and for nothing else.
public final class TurningHead {

    private static final int WIDTH = 1280;

    /// Size of the face in the photo, as the detector finds it, in pixels.
    private static final double FACE = 377;

    private static final double MIDDLE_X = 275;
    private static final double MIDDLE_Y = 369;

    /// All but the last as fractions of the face's height.
    ///
    /// @param across,down how far the middle of the face moves
    /// @param spread how wide the part is that moves
    private record Turn(String name, double across, double down, double spread, boolean mirrored) {}

    private static final Turn[] TURNS = {
        new Turn("1-straight.jpg", 0.08, 0, 0.25, false),
        new Turn("2-left.jpg", -0.13, 0, 0.25, true),
        new Turn("3-right.jpg", -0.13, 0, 0.25, false),
        new Turn("4-up.jpg", 0.06, -0.135, 0.2, false),
        new Turn("5-down.jpg", 0.06, 0.155, 0.25, false)
    };

    private TurningHead() {}

    /// Writes the pictures, in the order of a full plan.
    public static Path into(Path folder) throws IOException, PhotoException {
        Pixels photo = new PhotoDecoder(PhotoLimits.DEFAULT).decode(Path.of("assets/samples/sample-person-1/3.jpg"));
        Files.createDirectories(folder);
        for (Turn turn : TURNS) {
            Pixels turned = turned(photo, turn);
            Files.write(
                    folder.resolve(turn.name()),
                    new PhotoEncoder(WIDTH, 0.9f, PhotoEncoder.SERVICE_BYTES)
                            .encode(turn.mirrored() ? mirrored(turned) : turned)
                            .bytes());
        }
        return folder;
    }

    private static Pixels turned(Pixels photo, Turn turn) {
        int width = photo.width();
        int height = photo.height();
        int[] argb = new int[width * height];
        double reach = turn.spread() * FACE;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = (x - MIDDLE_X) / (reach * 0.8);
                double fromY = (y - MIDDLE_Y) / reach;
                double share = Math.exp(-(fromX * fromX + fromY * fromY) / 2) * FACE;
                int sourceX = Math.clamp(Math.round(x - turn.across() * share), 0, width - 1);
                int sourceY = Math.clamp(Math.round(y - turn.down() * share), 0, height - 1);
                argb[y * width + x] = photo.at(sourceX, sourceY);
            }
        }
        return new Pixels(width, height, argb);
    }

    private static Pixels mirrored(Pixels photo) {
        int[] argb = photo.argb().clone();
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                argb[y * photo.width() + x] = photo.at(photo.width() - 1 - x, y);
            }
        }
        return new Pixels(photo.width(), photo.height(), argb);
    }
}
