package io.vestibule.bulk.ui;

import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.RowDecision;
import io.vestibule.bulk.RowIssue;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.people.Contact;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected row: its face, what is wrong with it and what to do, and what a person can decide or correct.
final class RowPane {

    private static final double WIDTH = 320;
    private static final double FACE = 120;

    private final ImportModel model;
    private final Strings strings;
    private final VBox content = new VBox(12);
    private final ImageView face = new ImageView();
    private final SimilarPane similar;
    private final GroupPane group;
    private final CheckBox all;
    private final ScrollPane root = new ScrollPane(content);

    RowPane(ImportModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        similar = new SimilarPane(model);
        group = new GroupPane(model, strings);
        all = new CheckBox(strings.text("bulk.decide-all"));
        all.setWrapText(true);
        content.getStyleClass().add("card-pane");
        content.setPadding(new Insets(16));
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setFocusTraversable(false);
        face.setFitHeight(FACE);
        face.setPreserveRatio(true);
        face.setAccessibleText(strings.text("bulk.face"));
        model.face.subscribe(bytes -> face.setImage(
                bytes.map(jpeg -> new Image(new ByteArrayInputStream(jpeg))).orElse(null)));
        model.selected.subscribe(this::show);
    }

    private void show(Optional<ImportRow> selected) {
        content.getChildren().clear();
        if (selected.isEmpty()) {
            content.getChildren().add(wrapped(strings.text("bulk.select-row"), "quiet"));
            return;
        }
        var row = selected.get();
        var listed = row.content().listed();
        content.getChildren().add(wrapped(listed.name(), "card-title"));
        boolean asks = row.state() == RowState.ASK;
        content.getChildren().add(asks ? similar.node() : face);
        for (var issue : row.content().issues()) {
            content.getChildren().add(issue(issue));
        }
        if (asks && row.content().waitsForPick()) {
            content.getChildren().addAll(group.node(), leaveOut(row));
        } else if (asks) {
            addDecisions(row);
        }
        if (row.state() == RowState.REFUSED || row.state() == RowState.READY || row.state() == RowState.FAILED) {
            addFields(row);
        }
    }

    private Node issue(RowIssue issue) {
        var arguments = issue.arguments().toArray();
        return new VBox(
                2,
                wrapped(strings.text(issue.whatKey(), arguments), issue.refuses() ? "strong" : "field-label"),
                wrapped(strings.text(issue.doKey(), arguments), "quiet"));
    }

    private void addDecisions(ImportRow row) {
        var known = row.content().similar().isPresent();
        if (known) {
            content.getChildren()
                    .add(wrapped(strings.text("bulk.similar-text", row.content().similarity()), "quiet"));
            content.getChildren()
                    .addAll(
                            decision(row, "bulk.decide-same", RowDecision.SAME),
                            decision(row, "bulk.decide-update", RowDecision.UPDATE));
        }
        content.getChildren().add(decision(row, "bulk.decide-different", RowDecision.DIFFERENT));
        content.getChildren().addAll(leaveOut(row), all);
    }

    private Node leaveOut(ImportRow row) {
        return Buttons.of(new Command(strings.text("bulk.leave-out"), "", () -> model.leaveOut(row, all.isSelected())));
    }

    private Node decision(ImportRow row, String key, RowDecision decision) {
        var button =
                Buttons.of(new Command(strings.text(key), "", () -> model.decide(row, decision, all.isSelected())));
        button.setWrapText(true);
        button.setMinSize(0, Region.USE_PREF_SIZE);
        return button;
    }

    private void addFields(ImportRow row) {
        var listed = row.content().listed();
        var name = new LabelledField<>(strings.text("bulk.report.name"), new TextField(listed.name()));
        var email = new LabelledField<>(
                strings.text("bulk.field.email"), new TextField(listed.contact().email()));
        var phone = new LabelledField<>(
                strings.text("bulk.field.phone"), new TextField(listed.contact().phone()));
        content.getChildren().addAll(name, email, phone);
        content.getChildren()
                .add(Buttons.of(new Command(
                        strings.text("bulk.check-again"),
                        "mdi2c-clipboard-check-outline",
                        () -> model.checkAgain(
                                row,
                                corrected(
                                        listed,
                                        name.control().getText(),
                                        email.control().getText(),
                                        phone.control().getText())))));
    }

    private static ListedPerson corrected(ListedPerson listed, String name, String email, String phone) {
        return new ListedPerson(
                listed.row(),
                listed.key(),
                name.strip(),
                listed.kind(),
                new Contact(email.strip(), phone.strip(), listed.contact().host()),
                listed.sites(),
                listed.note(),
                listed.expires(),
                listed.consent(),
                listed.consentOn(),
                listed.photos(),
                listed.problems());
    }

    private static Label wrapped(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    Node node() {
        return root;
    }
}
