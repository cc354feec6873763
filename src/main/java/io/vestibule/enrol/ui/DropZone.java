package io.vestibule.enrol.ui;

import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.LazyNodes;
import io.vestibule.ui.PictureInput;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Adds photos: from a file chooser, a folder, drag and drop or the clipboard.
final class DropZone {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final EnrolModel model;
    private final VBox zone;
    private final Button choose;

    DropZone(EnrolModel model, Strings strings, FilePicker files, SamplesOffer samples) {
        this.model = model;
        var pictures = PictureInput.kind(strings.text("enrol.pictures"));
        var title = new Label();
        title.getStyleClass().add("card-title");
        var hint = new Label();
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        choose = Buttons.of(new Command(
                strings.text("enrol.choose-photos"),
                "mdi2i-image-plus",
                () -> take(files.files(strings.text("enrol.choose-photos"), pictures))));
        var folder = Buttons.of(new Command(
                strings.text("enrol.choose-folder"),
                "mdi2f-folder-open-outline",
                () -> take(files.folder(strings.text("enrol.choose-folder")).stream()
                        .toList())));
        var buttons = new HBox(8, choose, folder);
        buttons.setAlignment(Pos.CENTER);
        var declined = model.declined();
        var waiting = model.gate().waiting().count().greaterThan(0);
        title.textProperty()
                .bind(Bindings.when(declined)
                        .then(strings.text("enrol.declined"))
                        .otherwise(Bindings.when(waiting)
                                .then(strings.text("enrol.photos-wait"))
                                .otherwise(strings.text("enrol.drop"))));
        hint.textProperty()
                .bind(Bindings.when(declined)
                        .then(strings.text("enrol.declined-hint"))
                        .otherwise(Bindings.when(waiting)
                                .then(strings.text("enrol.photos-wait-hint"))
                                .otherwise(strings.text("enrol.drop-hint"))));
        buttons.disableProperty().bind(declined);
        zone = new VBox(12, Icon.of("mdi2i-image-multiple-outline"), title, hint, buttons);
        zone.setAlignment(Pos.CENTER);
        offer(samples.offered(), strings.text("enrol.samples"), "mdi2a-account-multiple-plus-outline", samples.enrol());
        LazyNodes.in(zone, samples.present(), () -> {
            // In the place of the button that was pressed, so that a second click removes nobody.
            var there = new Label(strings.text("enrol.samples-there"));
            var remove = Buttons.of(new Command(
                    strings.text("enrol.samples-remove"), "mdi2a-account-multiple-remove-outline", samples.remove()));
            var both = new VBox(12, there, remove);
            both.setAlignment(Pos.CENTER);
            return both;
        });
        zone.getStyleClass().add("drop-zone");
        // In small windows the strip, which scrolls, becomes smaller, and the hint stays readable.
        hint.setMinHeight(Region.USE_PREF_SIZE);
        zone.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// Nothing happens if the chooser was cancelled.
    private void take(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            model.addFiles(chosen);
        }
    }

    /// Moves keyboard focus to the button that chooses photos.
    void requestFocus() {
        choose.requestFocus();
    }

    private void offer(ObservableValue<Boolean> condition, String words, String icon, Runnable action) {
        LazyNodes.in(zone, condition, () -> Buttons.of(new Command(words, icon, action)));
    }

    Node node() {
        return zone;
    }

    /// Dropping and pasting work anywhere on the screen.
    void listen(Node screen) {
        PictureInput.listen(
                screen,
                given -> {
                    switch (given) {
                        case PictureInput.Files(var paths) -> model.addFiles(paths);
                        case PictureInput.Drawn(int width, int height, int[] argb) ->
                            model.addPicture(new Pixels(width, height, argb));
                    }
                },
                model::refuseInput);
        screen.setOnDragEntered(_ -> zone.pseudoClassStateChanged(OVER, true));
        screen.setOnDragExited(_ -> zone.pseudoClassStateChanged(OVER, false));
    }
}
