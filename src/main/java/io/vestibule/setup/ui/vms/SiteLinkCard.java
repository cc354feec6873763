package io.vestibule.setup.ui.vms;

import io.vestibule.people.Site;
import io.vestibule.setup.GroupRow;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Camera groups of the VMS, each with a choice of the site that it is linked to.
public final class SiteLinkCard extends SettingsCard {

    private final SiteLinkModel model;
    private final Strings strings;
    private final VBox rows = new VBox(8);

    public SiteLinkCard(SiteLinkModel model) {
        super(model.strings().text("setup.vms.sites"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        model.groups()
                .addListener((ListChangeListener<GroupRow>) _ -> Fields.rebuildKeepingFocus(this, rows, this::build));
        Label none = Fields.wrapped("", "quiet");
        none.textProperty()
                .bind(model.reading()
                        .map(reading -> strings.text(reading ? "setup.vms.sites-reading" : "setup.vms.sites-none")));
        none.visibleProperty()
                .bind(Bindings.isEmpty(model.groups()).and(model.problem().isEmpty()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren()
                .addAll(Fields.wrapped(strings.text("setup.vms.sites-note"), "quiet"), none, rows, problemLabel(model));
    }

    /// One entry of a row's combo box.
    private sealed interface Choice {
        record Nothing() implements Choice {}

        record Ours(Site site) implements Choice {}

        record New() implements Choice {}
    }

    private void build() {
        rows.getChildren().setAll(model.groups().stream().map(this::row).toList());
    }

    private HBox row(GroupRow group) {
        Label name = new Label(group.group()
                .siteId()
                .map(id -> strings.text("setup.vms.site-name", id))
                .orElse(group.group().name()));
        Label cameras = Fields.wrapped(String.join(", ", group.cameras()), "hint");
        VBox words = new VBox(name, cameras);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, words, choice(group, name.getText()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ComboBox<Choice> choice(GroupRow group, String name) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice.Nothing()));
        model.sites().forEach(site -> choices.add(new Choice.Ours(site)));
        choices.add(new Choice.New());
        ComboBox<Choice> box = new ComboBox<>();
        box.setId("vms-group-" + group.group().id());
        box.setAccessibleText(strings.text("setup.vms.site-of", name));
        box.setPrefWidth(220);
        box.setMinWidth(220);
        box.getItems().setAll(choices);
        box.setConverter(new ChoiceConverter());
        box.setValue(group.site().<Choice>map(Choice.Ours::new).orElse(new Choice.Nothing()));
        box.disableProperty().bind(model.mayChange().not());
        box.valueProperty().addListener((_, _, chosen) -> choose(group, chosen));
        return box;
    }

    private void choose(GroupRow group, Choice chosen) {
        switch (chosen) {
            case Choice.Nothing _ -> model.link(group, Optional.empty());
            case Choice.Ours ours -> model.link(group, Optional.of(ours.site()));
            case Choice.New _ -> model.add(group);
        }
    }

    private final class ChoiceConverter extends StringConverter<Choice> {

        @Override
        public String toString(Choice choice) {
            return Optional.ofNullable(choice).map(this::spoken).orElse("");
        }

        @Override
        public Choice fromString(String words) {
            throw new UnsupportedOperationException("Sites are chosen, not typed");
        }

        private String spoken(Choice choice) {
            return switch (choice) {
                case Choice.Nothing _ -> strings.text("setup.vms.site-nothing");
                case Choice.Ours ours -> ours.site().name();
                case Choice.New _ -> strings.text("setup.vms.site-new");
            };
        }
    }
}
