package io.vestibule.setup.ui.collection;

import io.vestibule.people.CollectionRef;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.setup.CollectionLoadState;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Name and identifiers of the collection.
final class IdentityCard extends VBox {

    private final Strings strings;
    private final TextField id = new TextField();
    private final Table.Row engine;
    private final Table.Row model;
    private final Table.Row profile;

    IdentityCard(CollectionModel collection, Strings strings) {
        this.strings = strings;
        getStyleClass().add("card-pane");
        Label title = new Label(strings.text("setup.collection.identity"));
        title.getStyleClass().add("card-title");
        id.setEditable(false);
        id.setAccessibleText(strings.text("setup.collection.id"));
        HBox.setHgrow(id, Priority.ALWAYS);
        Table table = new Table(1);
        engine = table.row(strings.text("setup.collection.engine"), "quiet");
        model = table.row(strings.text("setup.collection.model"), "quiet");
        profile = table.row(strings.text("setup.collection.profile"), "quiet");
        getChildren()
                .addAll(
                        title,
                        new HBox(
                                8,
                                id,
                                Buttons.of(new Command(
                                        strings.text("setup.settings.copy"), "mdi2c-content-copy", this::copy))),
                        table);
        collection.facts().subscribe(known -> show(known, collection.loadState().get()));
        collection.loadState().subscribe(answer -> show(collection.facts().get(), answer));
    }

    TextField first() {
        return id;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(id.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(Optional<CollectionFacts> known, CollectionLoadState answer) {
        known.map(CollectionFacts::collection).ifPresent(collection -> {
            // Setting the same text again would clear the user's text selection.
            if (!id.getText().equals(collection.externalId())) {
                id.setText(collection.externalId());
            }
            engine.show(collection.engine());
            profile.show(strings.text("setup.collection.profile-region", collection.profile(), collection.region()));
            model.show(model(collection, answer));
        });
    }

    private String model(CollectionRef collection, CollectionLoadState answer) {
        boolean other = answer instanceof CollectionLoadState.Loaded loaded
                && !loaded.info().modelVersion().equals(collection.model());
        return other
                ? strings.text(
                        "setup.collection.model-changed",
                        collection.model(),
                        ((CollectionLoadState.Loaded) answer).info().modelVersion())
                : collection.model();
    }
}
