package io.vestibule.inspect.ui;

import io.vestibule.base.Problem;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.GivenPicture;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A card that asks something of one picture, which is dropped, pasted or chosen, and can be asked again of another.
/// The picture is held in memory, and only until it was looked at.
abstract class PictureCard extends VBox {

    private final Strings strings;
    private final FilePick files;
    private final Words words;

    /// @param choose of the button and the file chooser
    /// @param again of the button under an answer
    record Words(String choose, String again) {}

    PictureCard(Strings strings, FilePick files, Words words) {
        super(16);
        this.strings = strings;
        this.files = files;
        this.words = words;
        GivenPicture.listen(this, given -> {
            switch (given) {
                case GivenPicture.Files(var paths) -> take(paths.getFirst());
                case GivenPicture.Drawn(int width, int height, int[] argb) -> take(new Pixels(width, height, argb));
            }
        });
    }

    abstract void take(Path file);

    abstract void take(Pixels picture);

    /// Opens the file chooser.
    final Command choosing() {
        return new Command(words.choose(), "mdi2i-image-plus", this::choose);
    }

    private void choose() {
        files.files(words.choose(), GivenPicture.kind(strings.text("inspect.pictures"))).stream()
                .findFirst()
                .ifPresent(this::take);
    }

    final void failed(Problem problem) {
        ProblemWords told = strings.problem(problem);
        tell(told.what(), told.means() + " " + told.advice());
    }

    final void tell(String what, String advice) {
        Button again = again();
        getChildren().setAll(DropPane.wrapped(what, "card-title"), DropPane.quiet(advice), again);
        again.requestFocus();
    }

    final Button again() {
        return Buttons.of(new Command(words.again(), "mdi2i-image-plus", this::choose));
    }
}
