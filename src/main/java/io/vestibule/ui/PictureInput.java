package io.vestibule.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/// What the user dropped or pasted: files, which are not read yet, or a picture in memory.
public sealed interface PictureInput {

    /// @param paths absolute, at least one; folders among them
    record Files(List<Path> paths) implements PictureInput {}

    /// @param argb exactly `width * height` opaque pixels, rows from the top
    @SuppressWarnings("ArrayRecordComponent") // passed on without a copy
    record Drawn(int width, int height, int[] argb) implements PictureInput {}

    /// Limit in pixels; the photo decoder has the same.
    long MAX_PIXELS = 80_000_000;

    /// The picture formats that a file chooser offers.
    ///
    /// @param name what they are called there
    static FilePicker.FileType kind(String name) {
        return new FilePicker.FileType(
                name,
                Stream.of("jpg jpeg jpe jfif jfi pjpeg pjp png webp bmp dib gif tif tiff heic heif avif jxl jp2"
                                .split(" ", -1))
                        .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
                        .toList());
    }

    /// Accepts what is dropped on the node, or pasted while the focus is in it. In a text field a text is pasted as
    /// text,
    /// and a picture or file here.
    static void listen(Node node, Consumer<PictureInput> taken) {
        listen(node, taken, () -> {});
    }

    /// @param nothing called when something was dropped or pasted that is neither a picture nor a file
    static void listen(Node node, Consumer<PictureInput> taken, Runnable nothing) {
        KeyCombination paste = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
        node.setOnDragOver(event -> {
            // Anything may be dropped, so that what cannot be taken is refused in words.
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        node.setOnDragDropped(event -> {
            Optional<PictureInput> given = of(event.getDragboard());
            given.ifPresentOrElse(taken, nothing);
            event.setDropCompleted(given.isPresent());
            event.consume();
        });
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (paste.match(event) && !isText(event.getTarget(), Clipboard.getSystemClipboard())) {
                of(Clipboard.getSystemClipboard()).ifPresentOrElse(taken, nothing);
                event.consume();
            }
        });
    }

    private static boolean isText(Object target, Clipboard board) {
        return target instanceof TextInputControl && (board.hasString() || !(board.hasFiles() || board.hasImage()));
    }

    private static Optional<PictureInput> of(Clipboard board) {
        if (board.hasFiles() && !board.getFiles().isEmpty()) {
            return Optional.of(new Files(board.getFiles().stream()
                    .map(File::toPath)
                    .map(Path::toAbsolutePath)
                    .toList()));
        }
        Image image = board.hasImage() ? board.getImage() : null;
        return image == null || image.getWidth() * image.getHeight() > MAX_PIXELS
                ? Optional.empty()
                : Optional.of(drawn(image));
    }

    private static Drawn drawn(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Drawn(width, height, argb);
    }
}
