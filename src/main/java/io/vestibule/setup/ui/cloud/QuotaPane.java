package io.vestibule.setup.ui.cloud;

import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingField;
import io.vestibule.ui.control.LabelledField;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Rate limits of the account in calls per second, two in a row. Collapsed: only accounts with raised quotas need it.
final class QuotaPane extends TitledPane {

    private static final double HALF = 50;

    private final CloudModel model;

    QuotaPane(CloudModel model) {
        this.model = model;
        setId("cloud-quotas");
        setText(model.strings().text("setup.cloud.quotas"));
        setContent(new VBox(
                8, Fields.wrapped(model.strings().text("setup.cloud.quotas-hint"), "quiet"), grid(model.quotas())));
        setExpanded(false);
        setAnimated(false);
    }

    private GridPane grid(List<SettingField<Integer>> fields) {
        GridPane grid = new GridPane(16, 8);
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(HALF);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < fields.size(); i++) {
            grid.add(number(fields.get(i)), i % 2, i / 2);
        }
        return grid;
    }

    private LabelledField<TextField> number(SettingField<Integer> field) {
        LabelledField<TextField> shown = Fields.line(field.label(), field.typed(), field::validate);
        shown.hint(field.hint());
        shown.control().setId(field.key().replace('.', '-'));
        shown.control().disableProperty().bind(model.mayChange().map(may -> field.isLocked() || !may));
        Fields.commit(shown.control(), () -> {
            if (shown.validate()) {
                model.commit(field, shown::fail);
            }
        });
        return shown;
    }
}
