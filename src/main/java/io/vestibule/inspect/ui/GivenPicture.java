package io.vestibule.inspect.ui;

import io.vestibule.photo.Pixels;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/// A picture that somebody dropped, pasted or chose. Held in memory, and only until it was looked at.
sealed interface GivenPicture {

    record File(Path path) implements GivenPicture {}

    record Picture(Pixels pixels) implements GivenPicture {}

    /// Pixels; the door of photos has the same limit.
    long MOST = 80_000_000;

    /// Opens the file chooser.
    static Optional<GivenPicture> choose(FilePick files, Strings strings, String title) {
        var kind = new FilePick.Kind(
                strings.text("inspect.pictures"),
                List.of("*.jpg", "*.jpeg", "*.png", "*.webp", "*.bmp", "*.gif", "*.tif", "*.tiff", "*.heic"));
        return files.files(title, kind).stream().findFirst().map(File::new);
    }

    /// Takes what is dropped on the node, or pasted while the focus is in it.
    static void listen(Node node, Consumer<GivenPicture> taken) {
        KeyCombination paste = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragDropped(event -> {
            Optional<GivenPicture> given = of(event.getDragboard());
            given.ifPresent(taken);
            event.setDropCompleted(given.isPresent());
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (paste.match(event) && !(event.getTarget() instanceof TextInputControl)) {
                of(Clipboard.getSystemClipboard()).ifPresent(taken);
                event.consume();
            }
        });
    }

    private static Optional<GivenPicture> of(Clipboard board) {
        if (board.hasFiles() && !board.getFiles().isEmpty()) {
            return Optional.of(new File(board.getFiles().getFirst().toPath().toAbsolutePath()));
        }
        Image image = board.hasImage() ? board.getImage() : null;
        return image == null || image.getWidth() * image.getHeight() > MOST
                ? Optional.empty()
                : Optional.of(new Picture(pixels(image)));
    }

    private static Pixels pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Pixels(width, height, argb);
    }
}
