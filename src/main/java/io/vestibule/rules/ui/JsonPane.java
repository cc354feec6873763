package io.vestibule.rules.ui;

import io.vestibule.rules.Preview;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import io.vestibule.vms.Difference;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The exact request body, and its differences from what the VMS has. Updated while the rule is edited.
final class JsonPane extends VBox {

    private static final int ROWS = 16;
    private static final int ROWS_BESIDE = 8;
    private static final int LONG = 80;
    private static final double WIDE = 640;
    private static final double MOST_DIFFERENCES = 220;

    private final Strings strings;
    private final Label said = RuleCard.wrapped("", "quiet");
    private final VBox differences = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(differences);
    private final TextArea area = new TextArea();
    private Optional<Preview> shown = Optional.empty();

    JsonPane(Strings strings) {
        super(12);
        this.strings = strings;
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(ROWS_BESIDE);
        area.getStyleClass().add("code");
        area.setAccessibleText(strings.text("rules.json"));
        VBox.setVgrow(area, Priority.ALWAYS);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_DIFFERENCES);
        scroll.getStyleClass().add("edge-to-edge");
        RuleCard.hide(scroll, true);
        getChildren().setAll(said, scroll, area);
    }

    /// In an overlay of its own, with more space.
    JsonPane(Strings strings, Preview preview) {
        this(strings);
        alone();
        show(preview);
    }

    /// The JSON of a rule that was not created here.
    JsonPane(Strings strings, String json) {
        this(strings);
        alone();
        said.setText(strings.text("rules.json-there"));
        area.setText(json);
    }

    private void alone() {
        setPrefWidth(WIDE);
        area.setPrefRowCount(ROWS);
    }

    void show(Preview preview) {
        if (shown.equals(Optional.of(preview))) {
            return; // unchanged, so the scroll position and the selection stay
        }
        shown = Optional.of(preview);
        boolean same = preview.body().isEmpty();
        said.setText(
                strings.text(preview.isNew() ? "rules.json-new" : same ? "rules.json-nothing" : "rules.json-change"));
        List<Difference> now = preview.differences();
        differences.getChildren().setAll(now.stream().map(this::line).toList());
        RuleCard.hide(scroll, now.isEmpty());
        area.setText((same ? preview.whole() : preview.body()).pretty());
    }

    private VBox line(Difference difference) {
        Label path = RuleCard.wrapped(difference.path().substring(1).replace("/", " › "), "strong");
        String had = value(difference.before());
        String has = value(difference.after());
        Label before = RuleCard.wrapped(withoutItemsOf(had, has), "code");
        before.setGraphic(Icon.of("mdi2m-minus", "state-refused"));
        before.setAccessibleText(strings.text("rules.before", had));
        Label after = RuleCard.wrapped(withoutItemsOf(has, had), "code");
        after.setGraphic(Icon.of("mdi2p-plus", "state-done"));
        after.setAccessibleText(strings.text("rules.after", has));
        return new VBox(2, path, before, after);
    }

    /// Of two long lists, such as ids of people, only the entries that the other one does not have.
    private String withoutItemsOf(String list, String other) {
        if (!list.contains(",") || list.length() + other.length() < LONG) {
            return list;
        }
        List<String> others = items(other);
        List<String> own =
                items(list).stream().filter(item -> !others.contains(item)).toList();
        return own.isEmpty() ? strings.text("rules.nothing") : String.join("\n", own);
    }

    private static List<String> items(String list) {
        return List.of(list.replaceAll("^\"|\"$", "").split(",", -1));
    }

    private String value(Optional<String> json) {
        return json.orElse(strings.text("rules.nothing"));
    }
}
