package io.vestibule.inspect.ui;

import io.vestibule.base.Problem;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.PictureInput;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A card that runs a check on one picture, which is dropped, pasted or chosen, and can repeat it with another one.
/// The picture is held in memory only until it has been analysed.
abstract class PictureCard extends VBox {

    private final Strings strings;
    private final FilePicker files;
    private final ButtonTexts buttonTexts;

    /// @param choose text of the button and of the file chooser
    /// @param again text of the button below a result
    record ButtonTexts(String choose, String again) {}

    PictureCard(Strings strings, FilePicker files, ButtonTexts buttonTexts) {
        super(16);
        this.strings = strings;
        this.files = files;
        this.buttonTexts = buttonTexts;
        PictureInput.listen(this, given -> {
            switch (given) {
                case PictureInput.Files(var paths) -> inspectPicture(paths.getFirst());
                case PictureInput.Drawn(int width, int height, int[] argb) ->
                    inspectPicture(new Pixels(width, height, argb));
            }
        });
    }

    abstract void inspectPicture(Path file);

    abstract void inspectPicture(Pixels picture);

    /// Opens the file chooser.
    final Command choosing() {
        return new Command(buttonTexts.choose(), "mdi2i-image-plus", this::choose);
    }

    private void choose() {
        files.files(buttonTexts.choose(), PictureInput.kind(strings.text("inspect.pictures"))).stream()
                .findFirst()
                .ifPresent(this::inspectPicture);
    }

    final void failed(Problem problem) {
        ProblemText told = strings.problem(problem);
        showMessage(told.summary(), told.explanation() + " " + told.advice());
    }

    final void showMessage(String what, String advice) {
        Button again = again();
        getChildren().setAll(DropPane.wrapped(what, "card-title"), DropPane.quiet(advice), again);
        again.requestFocus();
    }

    final Button again() {
        return Buttons.of(new Command(buttonTexts.again(), "mdi2i-image-plus", this::choose));
    }
}
