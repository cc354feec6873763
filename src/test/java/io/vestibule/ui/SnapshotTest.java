package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest extends FxTest {

    @Test
    void writesThePixelsItWasGiven(@TempDir Path folder) throws IOException {
        WritableImage image = new WritableImage(2, 1);
        image.getPixelWriter()
                .setPixels(0, 0, 2, 1, PixelFormat.getIntArgbInstance(), new int[] {0xFF0969DA, 0x00000000}, 0, 2);
        Path png = folder.resolve("deeper/picture.png");

        Snapshot.write(image, png);

        var read = ImageIO.read(png.toFile());
        assertThat(read.getWidth()).isEqualTo(2);
        assertThat(read.getRGB(0, 0)).isEqualTo(0xFF0969DA);
        assertThat(read.getRGB(1, 0) >>> 24).isZero();
    }

    @Test
    void drawsScenesWiderThanTheScreen() throws Exception {
        Path png = picture("ui-wide", 1600, 40, Theme.Choice.LIGHT, StackPane::new);

        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1600);
    }
}
