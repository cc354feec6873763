package io.vestibule.setup.ui;

import io.vestibule.setup.DataFacts;
import io.vestibule.ui.Strings;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where the data is stored and how it is protected.
final class DataCard extends SettingsCard {

    DataCard(DataFacts facts, Strings strings) {
        super(strings.text("setup.settings.data"));
        TextField folder = new TextField(facts.folder().toString());
        folder.setEditable(false);
        folder.setAccessibleText(strings.text("setup.settings.folder"));
        getChildren()
                .addAll(
                        new VBox(4, Fields.strong(strings.text("setup.settings.folder")), folder),
                        fact(strings.text("setup.settings.protection"), strings.text("setup.settings.encrypted")),
                        fact(strings.text("setup.settings.engine"), facts.engine()));
    }

    private static VBox fact(String name, String words) {
        return new VBox(4, Fields.strong(name), Fields.wrapped(words, "quiet"));
    }
}
