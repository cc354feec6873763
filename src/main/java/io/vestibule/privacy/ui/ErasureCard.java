package io.vestibule.privacy.ui;

import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasurePlace;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected erasure: each place, what was erased there and what was found afterwards, and the receipt.
final class ErasureCard extends VBox {

    private final ErasuresModel model;
    private final Strings strings;
    private final FilePicker files;
    private final Consumer<String> done;
    private final StateBadge state;
    private final GridPane places = new GridPane(12, 6);
    private final BooleanProperty proven = new SimpleBooleanProperty();

    ErasureCard(ErasuresModel model, FilePicker files, Consumer<String> done) {
        super(12);
        this.model = model;
        this.strings = model.strings();
        this.files = files;
        this.done = done;
        this.state = new StateBadge(strings);
        getStyleClass().add("card");
        Label title = new Label(strings.text("privacy.erasure.checklist"));
        title.getStyleClass().add("card-title");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        places.getColumnConstraints().add(name);
        Button receipt = Buttons.of(new Command(
                strings.text("privacy.erasure.save"), "mdi2f-file-certificate-outline", this::save, proven));
        ScrollPane scroll = new ScrollPane(places);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(strings.text("privacy.erasure.checklist"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, state, scroll, receipt);
        model.shown.subscribe(this::show);
    }

    private void show(Optional<ErasureCheck> check) {
        proven.set(check.flatMap(ErasureCheck::verifiedAt).isPresent());
        places.getChildren().clear();
        if (check.isEmpty()) {
            state.show(State.NOTHING, strings.text("privacy.erasure.none-selected"));
            return;
        }
        if (proven.get()) {
            state.show(State.DONE, strings.text("privacy.erasure.proven"));
        } else {
            state.show(
                    State.LOOK,
                    strings.text(check.get().isOnlyElsewhere() ? "privacy.erasure.elsewhere" : "privacy.erasure.open"));
        }
        row(0, "hint", "", strings.text("privacy.erasure.before"), strings.text("privacy.erasure.after"));
        int at = 1;
        for (ErasurePlace place : ErasurePlace.values()) {
            ErasureCheck.Counts counts = check.get().places().get(place);
            if (counts != null) {
                row(
                        at++,
                        counts.after().filter(left -> left > 0).isPresent() ? "state-refused" : "quiet",
                        strings.constant("privacy.place", place),
                        Integer.toString(counts.before()),
                        counts.after().map(String::valueOf).orElseGet(() -> strings.text("privacy.erasure.not-asked")));
            }
        }
    }

    private void row(int at, String style, String name, String before, String after) {
        List<String> words = List.of(name, before, after);
        for (int i = 0; i < words.size(); i++) {
            Label label = new Label(words.get(i));
            label.getStyleClass().add(style);
            label.setWrapText(i == 0);
            label.setMinHeight(Region.USE_PREF_SIZE);
            if (i > 0) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
            places.add(label, i, at);
        }
    }

    private void save() {
        model.shown
                .get()
                .ifPresent(check -> files.saveAs(
                                strings.text("privacy.erasure.save"),
                                "receipt-" + check.id().toString().substring(0, 8) + ".pdf",
                                new FilePicker.FileType(
                                        strings.text("privacy.erasure.files"), List.of("*.pdf", "*.json")))
                        .ifPresent(file -> model.writeReceipt(
                                check, file, () -> done.accept(strings.text("privacy.erasure.saved")))));
    }
}
