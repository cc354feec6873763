package io.vestibule.setup.ui;

import io.vestibule.settings.Setting;
import io.vestibule.support.Language;
import io.vestibule.support.LogLevel;
import io.vestibule.ui.control.Icon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Versions, the language, the log level, and one button that creates the support bundle.
public final class AboutCard extends SettingsCard {

    private final AboutModel model;

    public AboutCard(AboutModel model) {
        super(model.strings().text("setup.about"), model, model.strings().text("setup.settings.look-why-not"));
        this.model = model;
        var words = model.strings();
        var restart = Fields.wrapped(words.text("setup.about.restart"), "quiet");
        restart.setVisible(false);
        restart.managedProperty().bind(restart.visibleProperty());
        var message = Fields.wrapped("", "quiet");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        versions(),
                        choice(
                                words.text("setup.about.language"),
                                AppKeys.LANGUAGE,
                                List.of(Language.values()),
                                model.language(),
                                language -> words.constant("setup.language", language),
                                language -> model.choose(language, restart::setVisible)),
                        restart,
                        choice(
                                words.text("setup.about.log"),
                                AppKeys.LOG,
                                List.of(LogLevel.values()),
                                model.log(),
                                level -> words.constant("setup.log", level),
                                model::choose),
                        new FlowPane(
                                8,
                                8,
                                button(
                                        "copy-versions",
                                        words.text("setup.about.copy"),
                                        () -> copyVersions(message::setText)),
                                button(
                                        "copy-bundle",
                                        words.text("setup.about.bundle"),
                                        () -> bundle(message::setText))),
                        message,
                        Fields.wrapped(words.text("setup.about.bundle-note"), "quiet"),
                        problemLabel(model));
    }

    private Node versions() {
        var grid = new GridPane(16, 4);
        int row = 0;
        for (var version : model.versions().entrySet()) {
            grid.addRow(row++, Fields.strong(version.getKey()), Fields.wrapped(version.getValue()));
        }
        return grid;
    }

    private <E extends Enum<E>> Node choice(
            String title, Setting<E> setting, List<E> values, E chosen, Function<E, String> words, Consumer<E> choose) {
        var group = new ToggleGroup();
        var row = new FlowPane(24, 8);
        for (var value : values) {
            var button = new RadioButton(words.apply(value));
            button.setToggleGroup(group);
            button.setId(setting.key().replace('.', '-') + "-" + value);
            button.setSelected(value == chosen);
            button.setOnAction(_ -> choose.accept(value));
            row.getChildren().add(button);
        }
        if (model.isLocked(setting)) {
            row.setDisable(true);
            return new VBox(
                    4,
                    Fields.strong(title),
                    Fields.wrapped(model.strings().text("setup.settings.fixed"), "quiet"),
                    row);
        }
        row.disableProperty().bind(model.mayChange().not());
        return new VBox(4, Fields.strong(title), row);
    }

    private static Button button(String id, String words, Runnable action) {
        var button = new Button(words, Icon.of("mdi2c-content-copy"));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void copyVersions(Consumer<String> message) {
        var content = new ClipboardContent();
        content.putString(model.versions().entrySet().stream()
                .map(version -> version.getKey() + ": " + version.getValue())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
        message.accept(model.strings().text("setup.about.copied"));
    }

    /// The file itself is put on the clipboard, so that it can be pasted into a mail or a folder.
    private void bundle(Consumer<String> message) {
        model.bundle(file -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
            message.accept(model.strings().text("setup.about.bundled", file.toString()));
        });
    }
}
