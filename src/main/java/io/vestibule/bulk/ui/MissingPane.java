package io.vestibule.bulk.ui;

import io.vestibule.bulk.MissingPerson;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Who came with the list and is no longer in it; shown only if there is somebody, or somebody was just removed.
final class MissingPane {

    private static final int NAMED = 8;

    private final ImportModel model;
    private final Strings strings;
    private final Label title = new Label();
    private final Label names = new Label();
    private final Node remove;
    private final Node undo;
    private final VBox root;

    MissingPane(ImportModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        names.getStyleClass().add("quiet");
        names.setWrapText(true);
        names.setMinHeight(Label.USE_PREF_SIZE);
        remove = Buttons.of(
                new Command(strings.text("bulk.missing-remove"), "mdi2a-account-remove-outline", model::removeMissing));
        undo = Buttons.of(new Command(strings.text("bulk.missing-undo"), "mdi2u-undo", model::undoRemoval));
        root = new VBox(6, title, names, new FlowPane(8, 8, remove, undo));
        root.getStyleClass().add("card-pane");
        root.setPadding(new javafx.geometry.Insets(12));
        show();
        model.missing.subscribe(this::show);
        model.removed.subscribe(this::show);
    }

    private void show() {
        var missing = model.missing.get();
        var removed = model.removed.get();
        title.setText(removed.map(result -> strings.text(
                        "bulk.missing-done",
                        result.done().size(),
                        result.failed().size()))
                .orElseGet(() -> strings.text("bulk.missing-title", missing.size())));
        var first = missing.stream().limit(NAMED).map(MissingPerson::name).collect(Collectors.joining(", "));
        names.setText(
                missing.size() > NAMED ? strings.text("bulk.missing-more", first, missing.size() - NAMED) : first);
        shown(names, !missing.isEmpty());
        shown(remove, !missing.isEmpty() && removed.isEmpty());
        shown(undo, removed.isPresent());
        shown(root, !missing.isEmpty() || removed.isPresent());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    Node node() {
        return root;
    }
}
