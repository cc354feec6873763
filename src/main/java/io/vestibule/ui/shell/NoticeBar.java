package io.vestibule.ui.shell;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.control.Icon;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line or two under the title that is shown for as long as its condition lasts; unlike a banner it cannot be closed.
final class NoticeBar extends HBox {

    NoticeBar() {
        setId("notice");
        getStyleClass().addAll("notice", "banner-look");
        setAccessibleRole(AccessibleRole.PARENT);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void bindNotice(ObservableValue<Optional<Notice>> notice) {
        notice.subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        getChildren().clear();
        notice.ifPresent(shown -> {
            Label text = new Label(shown.text());
            text.setGraphic(Icon.of(shown.icon()));
            text.getStyleClass().add("banner-text");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().add(text);
            shown.action().ifPresent(action -> {
                Button button = new Button(action.text());
                button.getStyleClass().addAll(Styles.FLAT, "banner-button");
                button.setMinWidth(USE_PREF_SIZE);
                button.setAccessibleHelp(shown.text());
                button.setOnAction(_ -> action.run().run());
                getChildren().add(button);
            });
            setAccessibleText(shown.text());
        });
        setVisible(notice.isPresent());
    }
}
