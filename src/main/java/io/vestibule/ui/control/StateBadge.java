package io.vestibule.ui.control;

import atlantafx.base.controls.RingProgressIndicator;
import io.vestibule.ui.Motion;
import io.vestibule.ui.Strings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A state as icon, text and colour. Where there is only space for the icon (the end of a list row), the text is in
/// the tooltip and in the accessible text.
public final class StateBadge extends HBox {

    private final Strings strings;
    private final boolean iconOnly;
    private final Label word = new Label();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable State state;

    public StateBadge(Strings strings) {
        this(strings, false);
    }

    private StateBadge(Strings strings, boolean iconOnly) {
        this.strings = strings;
        this.iconOnly = iconOnly;
        getStyleClass().add("state-badge");
        setAccessibleRole(AccessibleRole.TEXT);
        word.setMinWidth(USE_PREF_SIZE);
        if (iconOnly) {
            Tooltip.install(this, tooltip);
        }
    }

    public static StateBadge iconOnly(Strings strings) {
        return new StateBadge(strings, true);
    }

    /// Shows a state with its default text.
    public void show(State now) {
        show(now, strings.constant("ui.state", now));
    }

    /// Shows a state with a more specific text, for example "Searchable now".
    public void show(State now, String words) {
        if (state != now) {
            state = now;
            getStyleClass().setAll("state-badge", now.style());
            getChildren().setAll(picture(now));
            if (!iconOnly) {
                getChildren().add(word);
            }
        }
        word.setText(words);
        tooltip.setText(words);
        setAccessibleText(words);
    }

    public @Nullable State state() {
        return state;
    }

    private static Node picture(State state) {
        if (state == State.RUNNING && Motion.allowed()) {
            RingProgressIndicator ring = new RingProgressIndicator(-1);
            ring.setMouseTransparent(true);
            return ring;
        }
        return Icon.of(state.icon());
    }
}
