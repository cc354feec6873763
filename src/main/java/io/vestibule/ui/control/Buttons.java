package io.vestibule.ui.control;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.Command;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Buttons for commands.
public final class Buttons {

    private Buttons() {}

    /// An ordinary button; disabled while the command is not ready.
    public static Button of(Command command) {
        Button button = new Button(command.text());
        if (!command.icon().isEmpty()) {
            button.setGraphic(Icon.of(command.icon()));
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> command.run().run());
        button.disableProperty()
                .bind(BooleanExpression.booleanExpression(command.ready()).not());
        button.disabledProperty().addListener((_, _, disabled) -> keepFocus(button, disabled));
        return button;
    }

    /// A button that disables itself while its command runs has the focus again afterwards. Meanwhile the
    /// focus is on the pane around it: JavaFX would move it to the next control, where the next key would
    /// press something else.
    private static void keepFocus(Button button, boolean disabled) {
        Node around = button.getParent();
        if (around == null) {
            return;
        }
        if (disabled && button.isFocused()) {
            around.requestFocus();
        } else if (!disabled && around.isFocused()) {
            button.requestFocus();
        }
    }

    /// The one accented button of a screen.
    public static Button primary(Command command) {
        Button button = of(command);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /// An icon-only button; its text is in the tooltip and in the accessible text.
    public static Button icon(Command command) {
        Button button = of(command);
        button.setText(null);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(command.text());
        button.setTooltip(new Tooltip(command.text()));
        return button;
    }
}
