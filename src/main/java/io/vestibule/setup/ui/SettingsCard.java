package io.vestibule.setup.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.control.Icon;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled card that confirms discreetly that a change was saved, and shows clearly that a change was not.
public class SettingsCard extends VBox {

    SettingsCard(String title) {
        super(12);
        getStyleClass().add("card-pane");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        getChildren().add(heading);
    }

    public SettingsCard(String title, SettingsCardModel model, String whyNot) {
        this(title);
        Label saved = new Label(model.strings().text("setup.settings.saved"), Icon.of("mdi2c-check", "state-done"));
        saved.getStyleClass().add("hint");
        saved.visibleProperty().bind(model.saved());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, getChildren().removeFirst(), gap, saved);
        getChildren().add(head);
        Label locked = Fields.wrapped(whyNot, "quiet");
        locked.visibleProperty().bind(model.mayChange().not());
        locked.managedProperty().bind(locked.visibleProperty());
        getChildren().add(locked);
    }

    /// The footer of the card, which shows problems that belong to no single field.
    public static Label problemLabel(SettingsCardModel model) {
        Label foot = Fields.wrapped("", Styles.DANGER);
        foot.setGraphic(Icon.of("mdi2c-close-circle", "state-refused"));
        foot.textProperty().bind(model.problem());
        foot.visibleProperty().bind(model.problem().isNotEmpty());
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }
}
