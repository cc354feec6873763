package io.vestibule.setup.ui;

import io.vestibule.ui.control.LabelledField;
import io.vestibule.ui.control.Validator;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Fields, lines of text and rows in the style of the settings cards.
public final class Fields {

    /// Height of the label above a field and the space below it.
    private static final double LABEL = 22;

    private Fields() {}

    public static LabelledField<TextField> line(String words, StringProperty value, Validator<String> validator) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return new LabelledField<>(words, field).check(field.textProperty(), validator);
    }

    /// Runs the action on Enter, and when the focus leaves the field.
    public static void commit(TextField field, Runnable action) {
        field.setOnAction(_ -> action.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                action.run();
            }
        });
    }

    /// For list rows whose heading names the field; screen readers still get the label.
    public static LabelledField<TextField> bare(LabelledField<TextField> field) {
        field.getChildren().getFirst().setVisible(false);
        field.getChildren().getFirst().setManaged(false);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    public static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Label strong(String words) {
        return wrapped(words, "strong");
    }

    /// Rebuilds the rows and restores the focus to the control of the same id, or to the first one of the rows.
    public static void rebuildKeepingFocus(Parent card, Parent rows, Runnable build) {
        Node focused = card.getScene() == null ? null : card.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        boolean inside = focused != null && isBelow(focused, rows);
        build.run();
        if (inside) {
            Node again = id == null ? null : rows.lookup("#" + id);
            Node next = again == null || again.isDisabled() ? firstControl(rows) : again;
            if (next != null) {
                next.requestFocus();
            }
        }
    }

    /// A field with a button aligned to its control.
    public static HBox besideField(LabelledField<?> field, Button button) {
        HBox row = new HBox(8, field, button);
        HBox.setMargin(button, new Insets(LABEL, 0, 0, 0));
        return row;
    }

    private static @Nullable Node firstControl(Parent rows) {
        return rows.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .orElse(null);
    }

    private static boolean isBelow(Node node, Parent top) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    /// The field of one setting: saved when it is left, disabled where it is locked or the operator may not change it.
    public static LabelledField<TextField> setting(SettingsCardModel model, SettingField<?> field) {
        LabelledField<TextField> shown = line(field.label(), field.typed(), field::validate);
        TextField control = shown.control();
        control.setId(field.key().replace('.', '-'));
        shown.hint(field.hint());
        if (field.isLocked()) {
            control.setDisable(true);
        } else {
            control.disableProperty().bind(model.mayChange().not());
        }
        commit(control, () -> {
            if (shown.validate()) {
                model.commit(field, shown::fail);
            }
        });
        return shown;
    }

    /// Fields of settings in two columns.
    public static GridPane settings(SettingsCardModel model, List<? extends SettingField<?>> fields) {
        GridPane grid = new GridPane(16, 8);
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < fields.size(); i++) {
            grid.add(setting(model, fields.get(i)), i % 2, i / 2);
        }
        return grid;
    }

    /// Fields of settings side by side, of the same width.
    public static HBox settingsRow(SettingsCardModel model, List<? extends SettingField<?>> fields) {
        HBox row = new HBox(16);
        for (SettingField<?> field : fields) {
            LabelledField<TextField> shown = setting(model, field);
            HBox.setHgrow(shown, Priority.ALWAYS);
            row.getChildren().add(shown);
        }
        return row;
    }
}
