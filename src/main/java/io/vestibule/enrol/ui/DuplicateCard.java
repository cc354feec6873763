package io.vestibule.enrol.ui;

import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks whether the person on the photo is the person who is already enrolled. The four answers are: the same
/// person, the same person with the values typed now, somebody else, and undecided.
public final class DuplicateCard {

    private static final double WIDTH = 160;
    private static final double BUTTONS = 560;

    private final VBox node;
    private final Button first;

    /// @param typedName the name that was typed for the new one; if it differs, it is offered as a change
    public DuplicateCard(
            Strings strings,
            DuplicateCandidate duplicateCandidate,
            String typedName,
            Consumer<DuplicateDecision> answered,
            Runnable back) {
        var person = duplicateCandidate.match().person();
        var draft = new FaceTile(WIDTH);
        draft.name(strings.text("enrol.duplicate-new"));
        duplicateCandidate.photo().ifPresent(bytes -> draft.show(FaceTile.decode(bytes, WIDTH, null), null));
        var known = new FaceTile(WIDTH);
        known.name(person.name());
        duplicateCandidate.picture().ifPresent(bytes -> known.show(FaceTile.decode(bytes, WIDTH, null), null));
        var faces =
                new HBox(24, captioned(draft, strings.text("enrol.duplicate-new")), captioned(known, person.name()));
        var sentence = new Label(strings.text("enrol.duplicate-sentence", person.name()));
        sentence.setWrapText(true);
        var rename = new CheckBox(strings.text("enrol.duplicate-rename", person.name(), typedName.strip()));
        rename.setWrapText(true);
        var differs = !typedName.isBlank() && !typedName.strip().equals(person.name());
        first = Buttons.primary(new Command(
                strings.text("enrol.duplicate-same"),
                "mdi2a-account-check-outline",
                () -> answered.accept(new DuplicateDecision.SamePerson(person.id(), rename.isSelected()))));
        var update = Buttons.of(new Command(
                strings.text("enrol.duplicate-update"),
                "mdi2a-account-edit-outline",
                () -> answered.accept(new DuplicateDecision.UpdatedPerson(person.id(), rename.isSelected()))));
        update.setTooltip(new Tooltip(strings.text("enrol.duplicate-update-means")));
        update.setAccessibleHelp(strings.text("enrol.duplicate-update-means"));
        var different = Buttons.of(new Command(
                strings.text("enrol.duplicate-different"),
                "mdi2a-account-multiple-outline",
                () -> answered.accept(new DuplicateDecision.DifferentPerson(person.id()))));
        var cancel = Buttons.of(new Command(strings.text("enrol.duplicate-back"), "mdi2a-arrow-left", back));
        node = new VBox(16, faces, sentence);
        long people = duplicateCandidate.match().among();
        if (people > 0) {
            var among = new Label(strings.text("enrol.duplicate-among", people));
            among.getStyleClass().add("quiet");
            among.setWrapText(true);
            node.getChildren().add(among);
        }
        if (duplicateCandidate.figures()) {
            var figure = new Label(figures(strings, duplicateCandidate));
            figure.getStyleClass().add("hint");
            node.getChildren().add(figure);
        }
        if (differs) {
            node.getChildren().add(rename);
        }
        var buttons = new FlowPane(8, 8, first, update, different, cancel);
        buttons.setPrefWrapLength(BUTTONS);
        node.getChildren().add(buttons);
    }

    private static String figures(Strings strings, DuplicateCandidate duplicateCandidate) {
        var similarity = duplicateCandidate.match().similarity();
        var engine = EngineFormatter.format(strings, duplicateCandidate.match().engine());
        return duplicateCandidate
                .runnerUp()
                .map(next ->
                        strings.text("enrol.duplicate-figure-next", similarity, similarity - next.similarity(), engine))
                .orElseGet(() -> strings.text("enrol.duplicate-figure", similarity, engine));
    }

    private static Node captioned(FaceTile tile, String words) {
        var column = new VBox(4, tile, new Label(words));
        column.setAlignment(Pos.CENTER);
        return column;
    }

    public Node node() {
        return node;
    }

    public Node first() {
        return first;
    }
}
