package io.vestibule.enrol.ui;

import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where photos come in: by a chooser, a folder, dropping or pasting.
final class DropZone {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final long MOST_PIXELS = 80_000_000;

    private final EnrolModel model;
    private final VBox zone;
    private final Button choose;

    DropZone(EnrolModel model, Strings strings, FilePick files, SamplesOffer samples) {
        this.model = model;
        var pictures = new FilePick.Kind(
                strings.text("enrol.pictures"),
                List.of("*.jpg", "*.jpeg", "*.png", "*.webp", "*.bmp", "*.gif", "*.tif", "*.tiff", "*.heic"));
        var title = new Label();
        title.getStyleClass().add("card-title");
        var hint = new Label();
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        choose = Buttons.of(new Command(
                strings.text("enrol.choose-photos"),
                "mdi2i-image-plus",
                () -> model.add(files.files(strings.text("enrol.choose-photos"), pictures))));
        var folder = Buttons.of(new Command(
                strings.text("enrol.choose-folder"),
                "mdi2f-folder-open-outline",
                () -> model.add(files.folder(strings.text("enrol.choose-folder")).stream()
                        .toList())));
        var buttons = new HBox(8, choose, folder);
        buttons.setAlignment(Pos.CENTER);
        var enrolSamples = Buttons.of(
                new Command(strings.text("enrol.samples"), "mdi2a-account-multiple-plus-outline", samples.enrol()));
        var removeSamples = Buttons.of(new Command(
                strings.text("enrol.samples-remove"), "mdi2a-account-multiple-remove-outline", samples.remove()));
        shownWhile(enrolSamples, samples.offered());
        shownWhile(removeSamples, samples.present());
        var declined = model.form().declined();
        title.textProperty()
                .bind(Bindings.when(declined)
                        .then(strings.text("enrol.declined"))
                        .otherwise(strings.text("enrol.drop")));
        hint.textProperty()
                .bind(Bindings.when(declined)
                        .then(strings.text("enrol.declined-hint"))
                        .otherwise(strings.text("enrol.drop-hint")));
        buttons.disableProperty().bind(declined);
        zone = new VBox(12, Icon.of("mdi2i-image-multiple-outline"), title, hint, buttons, enrolSamples, removeSamples);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        zone.setMinHeight(220);
    }

    /// Where the keyboard goes to choose photos.
    void requestFocus() {
        choose.requestFocus();
    }

    private static void shownWhile(Button button, javafx.beans.value.ObservableBooleanValue condition) {
        button.visibleProperty().bind(condition);
        button.managedProperty().bind(condition);
    }

    Node node() {
        return zone;
    }

    /// Dropping and pasting work anywhere on the screen.
    void listen(Node screen) {
        screen.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        screen.setOnDragEntered(_ -> zone.pseudoClassStateChanged(OVER, true));
        screen.setOnDragExited(_ -> zone.pseudoClassStateChanged(OVER, false));
        screen.setOnDragDropped(event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
                take(Clipboard.getSystemClipboard());
                event.consume();
            }
        });
    }

    private boolean take(Clipboard board) {
        if (board.hasFiles()) {
            model.add(board.getFiles().stream()
                    .map(java.io.File::toPath)
                    .map(Path::toAbsolutePath)
                    .toList());
            return true;
        }
        if (board.hasImage()) {
            var image = board.getImage();
            if (image != null && image.getWidth() * image.getHeight() <= MOST_PIXELS) {
                model.add(pixels(image));
                return true;
            }
        }
        return false;
    }

    private static Pixels pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Pixels(width, height, argb);
    }
}
