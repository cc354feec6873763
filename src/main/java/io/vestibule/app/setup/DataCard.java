package io.vestibule.app.setup;

import io.vestibule.ui.Strings;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where the data lies and how it is protected.
final class DataCard extends Card {

    DataCard(DataFacts facts, Strings strings) {
        super(strings.text("app.settings.data"));
        TextField folder = new TextField(facts.folder().toString());
        folder.setEditable(false);
        folder.setAccessibleText(strings.text("app.settings.folder"));
        getChildren()
                .addAll(
                        new VBox(4, Fields.strong(strings.text("app.settings.folder")), folder),
                        fact(strings.text("app.settings.protection"), strings.text("app.settings.encrypted")),
                        fact(strings.text("app.settings.key"), strings.constant("app.vault", facts.key())),
                        fact(strings.text("app.settings.engine"), facts.engine()));
    }

    private static VBox fact(String name, String words) {
        return new VBox(4, Fields.strong(name), Fields.wrapped(words, "quiet"));
    }
}
