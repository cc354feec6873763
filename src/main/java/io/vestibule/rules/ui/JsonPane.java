package io.vestibule.rules.ui;

import io.vestibule.rules.Preview;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import io.vestibule.vms.Difference;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// The exact body, and where it differs from what the VMS has.
final class JsonPane extends VBox {

    private static final int ROWS = 16;

    JsonPane(Strings strings, Preview preview) {
        super(12);
        setPrefWidth(640);
        String said = preview.isNew()
                ? "rules.json-new"
                : preview.body().isEmpty() ? "rules.json-nothing" : "rules.json-change";
        getChildren().add(RuleCard.wrapped(strings.text(said), "quiet"));
        if (!preview.differences().isEmpty()) {
            VBox differences = new VBox(8);
            preview.differences()
                    .forEach(difference -> differences.getChildren().add(line(strings, difference)));
            getChildren().add(differences);
        }
        boolean same = preview.body().isEmpty();
        getChildren().add(area(strings, (same ? preview.whole() : preview.body()).pretty()));
    }

    /// The JSON of a rule that is not ours.
    JsonPane(Strings strings, String json) {
        super(12);
        setPrefWidth(640);
        getChildren().addAll(RuleCard.wrapped(strings.text("rules.json-there"), "quiet"), area(strings, json));
    }

    private static TextArea area(Strings strings, String json) {
        TextArea area = new TextArea(json);
        area.setEditable(false);
        area.setPrefRowCount(ROWS);
        area.getStyleClass().add("code");
        area.setAccessibleText(strings.text("rules.json"));
        return area;
    }

    private static VBox line(Strings strings, Difference difference) {
        Label path = RuleCard.wrapped(difference.path().substring(1).replace("/", " › "), "strong");
        Label before = RuleCard.wrapped(value(strings, difference.sent()), "code");
        before.setGraphic(Icon.of("mdi2m-minus", "state-refused"));
        before.setAccessibleText(strings.text("rules.before", value(strings, difference.sent())));
        Label after = RuleCard.wrapped(value(strings, difference.kept()), "code");
        after.setGraphic(Icon.of("mdi2p-plus", "state-done"));
        after.setAccessibleText(strings.text("rules.after", value(strings, difference.kept())));
        return new VBox(2, path, before, after);
    }

    private static String value(Strings strings, Optional<String> json) {
        return json.orElse(strings.text("rules.nothing"));
    }
}
