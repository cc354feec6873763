package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.SkeletonRows;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// People in a list, and all about the one selected beside it.
public final class PeopleView implements ScreenView {

    private static final double ROW = 48;

    private final PeopleModel model;
    private final Strings strings;
    private final TextField search = new TextField();
    private final ListView<PersonRow> list;
    private final PersonPane person;
    private final ScrollPane detail;
    private final EmptyPane nobody;
    private final EmptyPane notFound;
    private final EmptyPane choose;
    private final HBox split;
    private final StackPane right = new StackPane();
    private final StackPane root = new StackPane();
    private boolean following;

    public PeopleView(PeopleModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        list = new ListView<>(model.rows);
        person = new PersonPane(model, strings);
        detail = new ScrollPane(person);
        detail.setFitToWidth(true);
        nobody = new EmptyPane(
                "mdi2a-account-multiple-outline",
                strings.text("people.empty-title"),
                strings.text("people.empty-text"),
                new Command(strings.text("people.empty-step"), "", model::enrol));
        notFound = new EmptyPane("mdi2m-magnify", strings.text("people.none-title"), strings.text("people.none-text"));
        choose = new EmptyPane(
                "mdi2a-account-outline", strings.text("people.select-title"), strings.text("people.select-text"));
        search.setPromptText(strings.text("people.search"));
        search.setAccessibleText(strings.text("people.search"));
        search.textProperty().bindBidirectional(model.typed);
        split = new HBox(12, left(), right);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        follow();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.start();
    }

    @Override
    public void hidden() {
        model.stop();
    }

    @Override
    public Node initialFocus() {
        return model.rows.isEmpty() ? search : list;
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(search);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Up / Down", strings.text("people.key-move")),
                new KeyHint("Enter", strings.text("people.key-detail")),
                new KeyHint("Delete", strings.text("people.key-remove")),
                new KeyHint("Ctrl+F", strings.text("people.key-search")));
    }

    private VBox left() {
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new PersonCell(strings));
        list.setAccessibleText(strings.text("people.list"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!following && row != null) {
                model.selected.set(Optional.of(row.person().id()));
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label more = new Label(strings.text("people.more"));
        more.getStyleClass().add("hint");
        more.visibleProperty().bind(model.more);
        more.managedProperty().bind(model.more);
        VBox left = new VBox(8, list, more);
        left.setMinWidth(320);
        left.setPrefWidth(360);
        return left;
    }

    private void key(KeyEvent event) {
        PersonRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && event.getCode() == KeyCode.ENTER) {
            detail.requestFocus();
            event.consume();
        } else if (row != null && event.getCode() == KeyCode.DELETE && model.mayRemove()) {
            model.remove(row.person());
            event.consume();
        }
    }

    private void follow() {
        model.loaded.subscribe(_ -> layOut());
        model.rows.addListener((ListChangeListener<PersonRow>) _ -> {
            layOut();
            reselect();
        });
        model.selected.addListener((_, _, _) -> reselect());
        model.typed.addListener((_, _, _) -> layOut());
        model.detail.subscribe(now -> {
            now.ifPresent(person::show);
            right.getChildren().setAll(now.isPresent() ? detail : choose);
        });
    }

    private void layOut() {
        Node now = split;
        if (!model.loaded.get()) {
            now = new SkeletonRows(8);
        } else if (model.rows.isEmpty()) {
            now = model.typed.get().isBlank() ? nobody : notFound;
        }
        if (root.getChildren().isEmpty() || !root.getChildren().getFirst().equals(now)) {
            root.getChildren().setAll(now);
        }
    }

    /// Rows that were read anew are other objects: the person selected stays so.
    private void reselect() {
        following = true;
        Optional<PersonId> wanted = model.selected.get();
        int index = -1;
        for (int i = 0; i < model.rows.size(); i++) {
            if (wanted.equals(Optional.of(model.rows.get(i).person().id()))) {
                index = i;
            }
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
        }
        following = false;
    }
}
