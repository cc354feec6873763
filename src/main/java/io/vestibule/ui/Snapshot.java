package io.vestibule.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of scenes as PNG files, for the handbook and for visual review. A scene need not be in any window: `new
/// Scene(root, 1600, 1000)` is drawn at its own size, with or without a display.
public final class Snapshot {

    private Snapshot() {}

    /// Draws a scene. FX thread only.
    public static Image of(Scene scene) {
        WritableImage image = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
        return scene.snapshot(image);
    }

    /// Draws one node in its current layout. FX thread only.
    public static Image of(Node node) {
        return node.snapshot(null, null);
    }

    /// Thread-safe.
    ///
    /// @throws IOException if the file cannot be written; missing parent folders are created
    public static void write(Image image, Path png) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage buffer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] argb = ((DataBufferInt) buffer.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Path parent = png.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!ImageIO.write(buffer, "png", png.toFile())) {
            throw new IOException("No PNG writer");
        }
    }
}
