package io.vestibule.ui.shell;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The status bar: the service in use, running tasks, and the signed-in operator.
public final class StatusBar extends HBox {

    private static final String LOOK = "status-bar";

    /// @param operator name of the signed-in operator
    /// @param operatorMenu commands such as to change the operator, updated live
    public StatusBar(
            Strings strings,
            ObservableValue<ConnectionMode> mode,
            ObservableList<BackgroundTask> jobs,
            ObservableValue<String> operator,
            ObservableList<MenuItem> operatorMenu) {
        getStyleClass().add(LOOK);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new ModeChip(strings, mode),
                        gap,
                        new BackgroundTaskMeter(strings, jobs),
                        operatorButton(strings, operator, operatorMenu));
    }

    /// An empty area of the same height.
    static Region empty() {
        Region bar = new Region();
        bar.getStyleClass().add(LOOK);
        return bar;
    }

    private static MenuButton operatorButton(
            Strings strings, ObservableValue<String> operator, ObservableList<MenuItem> menu) {
        MenuButton button = new MenuButton();
        button.setGraphic(Icon.of("mdi2a-account-circle-outline"));
        button.getStyleClass().addAll(Styles.FLAT, "status-item");
        button.setPopupSide(Side.TOP);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(strings.text("ui.shell.operator.help"));
        operator.subscribe(name -> {
            button.setText(name);
            button.setAccessibleText(strings.text("ui.shell.operator", name));
        });
        menu.subscribe(() -> button.getItems().setAll(menu));
        button.getItems().setAll(menu);
        return button;
    }
}
