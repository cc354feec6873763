package io.vestibule.ui.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The connection mode in the status bar; a click explains it.
final class ModeChip extends Button {

    private static final double WIDTH = 320;

    ModeChip(Strings strings, ObservableValue<ConnectionMode> mode) {
        getStyleClass().addAll(Styles.FLAT, "status-item");
        setAccessibleHelp(strings.text("ui.shell.mode.help"));
        setMinWidth(0);
        mode.subscribe(now -> {
            setText(now.words());
            setGraphic(Icon.of(now.kind().icon()));
            getStyleClass().removeIf(style -> style.startsWith("mode-"));
            getStyleClass().add(now.kind().style());
        });
        setOnAction(_ -> explain(mode.getValue()));
    }

    private void explain(ConnectionMode connectionMode) {
        Label title = new Label(connectionMode.words());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        Label text = new Label(connectionMode.explanation());
        text.setWrapText(true);
        text.getStyleClass().add("quiet");
        VBox pane = new VBox(title, text);
        pane.getStyleClass().add("popover-pane");
        pane.setPrefWidth(WIDTH);
        Popovers.above(this, Popover.ArrowLocation.BOTTOM_LEFT, pane);
    }
}
