package io.vestibule.people.ui;

import io.vestibule.people.Standing;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All about one person.
final class PersonPane extends VBox {

    private static final double TILE = 112;

    private final PeopleModel model;
    private final Strings strings;

    PersonPane(PeopleModel model, Strings strings) {
        super(24);
        this.model = model;
        this.strings = strings;
        setPadding(new Insets(0, 24, 24, 24));
    }

    void show(PersonDetail detail) {
        getChildren().setAll(head(detail));
        group(detail, PersonPhoto.Group.LOOK, State.LOOK, strings.text("people.photos-look"));
        group(detail, PersonPhoto.Group.DONE, State.DONE, strings.text("people.photos-done"));
        group(detail, PersonPhoto.Group.WAY, State.RUNNING, strings.text("people.photos-way"));
    }

    private HBox head(PersonDetail detail) {
        PersonRow row = detail.row();
        FaceTile face = new FaceTile(PeopleReader.LARGE_FACE);
        face.name(row.person().name());
        face.show(detail.face().orElse(null), null);
        Label name = wrapped(row.person().name(), "screen-title");
        StateBadge badge = new StateBadge(strings);
        badge.show(
                StandingStates.of(row.standing()),
                strings.constant("people.standing", row.standing().state()));
        VBox about = new VBox(12, name, badge);
        row.standing()
                .problem()
                .map(strings::problem)
                .ifPresent(words -> about.getChildren().add(problem(words)));
        about.getChildren().addAll(facts(detail.facts()), buttons(row));
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMinWidth(0);
        return new HBox(24, face, about);
    }

    private Label problem(ProblemWords words) {
        return wrapped(words.what() + " " + words.means() + " " + words.advice(), "quiet");
    }

    private HBox buttons(PersonRow row) {
        HBox buttons = new HBox(8);
        Standing.State state = row.standing().state();
        if (state == Standing.State.WAITING || state == Standing.State.STUCK) {
            buttons.getChildren()
                    .add(Buttons.of(new Command(
                            strings.text("people.retry"),
                            "mdi2r-refresh",
                            () -> model.retry(row.person().id()))));
        }
        if (model.mayRemove()) {
            buttons.getChildren()
                    .add(Buttons.of(new Command(
                            strings.text("people.remove"), "mdi2d-delete-outline", () -> model.remove(row.person()))));
        }
        return buttons;
    }

    private static GridPane facts(List<PersonDetail.Fact> facts) {
        GridPane grid = new GridPane(16, 8);
        for (int i = 0; i < facts.size(); i++) {
            PersonDetail.Fact fact = facts.get(i);
            Label label = wrapped(fact.label(), "quiet");
            label.setMinWidth(Region.USE_PREF_SIZE);
            Label value = wrapped(fact.value(), "fact");
            value.setAccessibleText(fact.label() + ": " + fact.value());
            if (!fact.exact().isEmpty()) {
                value.setTooltip(new Tooltip(fact.exact()));
            }
            grid.addRow(i, label, value);
        }
        return grid;
    }

    private void group(PersonDetail detail, PersonPhoto.Group group, State state, String title) {
        List<PersonPhoto> photos =
                detail.photos().stream().filter(photo -> photo.group() == group).toList();
        if (!photos.isEmpty()) {
            FlowPane tiles = new FlowPane(12, 16);
            photos.forEach(photo -> tiles.getChildren()
                    .add(tile(photo, state, detail.row().person().name())));
            getChildren().add(new VBox(12, wrapped(title, "card-title"), tiles));
        }
    }

    private VBox tile(PersonPhoto photo, State state, String name) {
        FaceTile face = new FaceTile(TILE);
        face.name(name);
        face.setAccessibleText(name + ", " + photo.words());
        face.show(photo.image().orElse(null), null);
        VBox tile = new VBox(8, face);
        if (state == State.LOOK) {
            Label why = wrapped(photo.words(), "hint");
            tile.setPrefWidth(TILE * 1.75);
            tile.getChildren().add(why);
        } else {
            StateBadge badge = new StateBadge(strings);
            badge.show(state, photo.words());
            tile.getChildren().add(badge);
        }
        if (model.mayRemove()) {
            String words = strings.text(state == State.LOOK ? "people.photo-dismiss" : "people.photo-remove");
            Button button = Buttons.of(new Command(words, "", () -> model.removePhoto(photo)));
            tile.getChildren().add(button);
        }
        return tile;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
