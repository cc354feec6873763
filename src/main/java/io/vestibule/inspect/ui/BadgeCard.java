package io.vestibule.inspect.ui;

import io.vestibule.base.Problem;
import io.vestibule.inspect.BadgeFlow;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePick;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Reads names off a picture of a badge; one is picked, or none.
public final class BadgeCard extends VBox {

    private static final double WIDTH = 480;

    private final BadgeFlow flow;
    private final Parts parts;
    private final Strings strings;
    private final Consumer<String> picked;
    private final DropPane drop;

    /// @param price what one picture costs, in words
    public record Parts(Work work, FilePick files, String price) {}

    /// @param picked told the name; the card is then of no more use
    public BadgeCard(BadgeFlow flow, Parts parts, Strings strings, Consumer<String> picked) {
        super(16);
        this.flow = flow;
        this.parts = parts;
        this.strings = strings;
        this.picked = picked;
        setPrefWidth(WIDTH);
        drop = new DropPane(
                strings.text("inspect.badge-drop"),
                strings.text("inspect.badge-kept", parts.price()),
                new Command(strings.text("inspect.badge-choose"), "mdi2i-image-plus", this::choose));
        getChildren().setAll(drop);
        GivenPicture.listen(this, this::take);
    }

    public Node first() {
        return drop.choose();
    }

    private void choose() {
        GivenPicture.choose(parts.files(), strings, strings.text("inspect.badge-choose"))
                .ifPresent(this::take);
    }

    private void take(GivenPicture given) {
        getChildren().setAll(DropPane.waiting(strings.text("inspect.badge-looking")));
        parts.work()
                .quietly(
                        () -> switch (given) {
                            case GivenPicture.File file -> flow.names(file.path());
                            case GivenPicture.Picture picture -> flow.names(picture.pixels());
                        },
                        this::show,
                        this::failed);
    }

    private void show(List<String> names) {
        if (names.isEmpty()) {
            tell(strings.text("inspect.badge-nothing"), strings.text("inspect.badge-nothing-do"));
            return;
        }
        FlowPane choices = new FlowPane(8, 8);
        for (String name : names) {
            choices.getChildren().add(Buttons.of(new Command(name, "", () -> picked.accept(name))));
        }
        getChildren().setAll(DropPane.wrapped(strings.text("inspect.badge-which"), "quiet"), choices, again());
        choices.getChildren().getFirst().requestFocus();
    }

    private void failed(Problem problem) {
        ProblemWords words = strings.problem(problem);
        tell(words.what(), words.means() + " " + words.advice());
    }

    private void tell(String what, String advice) {
        Button again = again();
        getChildren().setAll(DropPane.wrapped(what, "card-title"), DropPane.quiet(advice), again);
        again.requestFocus();
    }

    private Button again() {
        return Buttons.of(new Command(strings.text("inspect.badge-again"), "mdi2i-image-plus", this::choose));
    }
}
