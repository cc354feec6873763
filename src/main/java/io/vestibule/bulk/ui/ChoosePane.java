package io.vestibule.bulk.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FilePicker.FileType;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Chooses a list, or a folder of pictures; one can be dropped, too.
final class ChoosePane {

    private static final double WIDTH = 520;

    private final VBox root;
    private final Button list;

    ChoosePane(ImportModel model, Strings strings, FilePicker files) {
        var title = new Label(strings.text("bulk.choose-title"));
        title.getStyleClass().add("card-title");
        var text = new Label(strings.text(model.isAllowed() ? "bulk.choose-text" : "bulk.not-allowed"));
        text.getStyleClass().add("quiet");
        text.setWrapText(true);
        text.setMaxWidth(WIDTH);
        var lists = new FileType(strings.text("bulk.lists"), List.of("*.csv", "*.tsv", "*.txt", "*.xlsx", "*.zip"));
        list = Buttons.of(new Command(
                strings.text("bulk.choose-list"),
                "mdi2t-table-large",
                () -> files.files(strings.text("bulk.choose-list"), lists).stream()
                        .findFirst()
                        .ifPresent(model::choose)));
        list.getStyleClass().add(Styles.ACCENT);
        var folder = Buttons.of(new Command(
                strings.text("bulk.choose-folder"),
                "mdi2f-folder-open-outline",
                () -> files.folder(strings.text("bulk.choose-folder")).ifPresent(model::choose)));
        var template = Buttons.of(new Command(
                strings.text("bulk.template"),
                "mdi2d-download-outline",
                () -> files.saveAs(
                                strings.text("bulk.template"),
                                strings.text("bulk.template-name"),
                                new FileType(strings.text("bulk.lists"), List.of("*.csv")))
                        .ifPresent(model::saveTemplate)));
        var buttons = new FlowPane(8, 8, list, folder, template);
        buttons.setAlignment(Pos.CENTER);
        buttons.setDisable(!model.isAllowed());
        root = new VBox(12, Icon.of("mdi2a-account-multiple-plus-outline", "empty-icon"), title, text, buttons);
        root.setAlignment(Pos.CENTER);
        root.getStyleClass().add("drop-zone");
    }

    Node node() {
        return root;
    }

    Node first() {
        return list;
    }
}
