package io.vestibule.rules.ui;

import io.vestibule.rules.RuleEntry;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.LastEdit;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.Focus;
import io.vestibule.ui.control.Overlay;
import io.vestibule.ui.control.SkeletonRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of all rules, and the selected rule beside it.
public final class RulesView implements ScreenView {

    private static final double NARROW_BELOW = 1000;
    private static final double ROOMY_FROM = 1200;

    private final RulesModel model;
    private final Strings strings;
    private final FilePicker files;
    private final RulesOverlays overlays;
    private final BuilderModel builder;
    private final BuilderPane pane;
    private final TextField search = new TextField();
    private final HBox finding;
    private final ListView<RuleRow> list;
    private final RuleListNotes notes;
    private final StackPane right = new StackPane();
    private final StackPane root = new StackPane();
    private final FlowPane tools = new FlowPane(8, 8);
    private final HBox split;
    private final BooleanProperty exportable = new SimpleBooleanProperty();
    private List<String> several = List.of();
    private boolean following;

    public RulesView(RulesModel model, FilePicker files, Overlay overlay) {
        this.model = model;
        this.strings = model.strings();
        this.files = files;
        this.overlays = new RulesOverlays(model, overlay);
        this.builder = new BuilderModel(model);
        this.pane = new BuilderPane(builder, files, overlay);
        this.list = new ListView<>(model.rows);
        search.setPromptText(strings.text("rules.search"));
        search.setAccessibleText(strings.text("rules.search"));
        search.textProperty().bindBidirectional(model.typed);
        notes = new RuleListNotes(model);
        VBox left = left();
        split = new HBox(12, left, right);
        Button calendar =
                Buttons.of(new Command(strings.text("rules.holidays"), "mdi2c-calendar-star", overlays::calendar));
        finding = new HBox(8, search, calendar);
        finding.setAlignment(Pos.CENTER_LEFT);
        List.of(finding, root).forEach(part -> part.addEventFilter(KeyEvent.KEY_PRESSED, this::insert));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW_BELOW ? 210 : width.doubleValue() < ROOMY_FROM ? 264 : 320;
            left.setMinWidth(wide);
            left.setPrefWidth(wide);
            left.setMaxWidth(wide);
        });
        bind();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        RuleCard.hide(tools, !model.mayManage());
        layOut(); // another operator may do less
        model.refresh();
        open();
    }

    @Override
    public Node initialFocus() {
        return model.rows.isEmpty() ? search : list;
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(finding);
    }

    @Override
    public Optional<LastEdit> lastEdit() {
        return builder.lastEdit();
    }

    @Override
    public List<KeyHint> keys() {
        KeyHint move = new KeyHint("Up / Down", strings.text("rules.key-move"));
        KeyHint show = new KeyHint("Enter", strings.text("rules.key-open"));
        if (!model.mayManage()) {
            return List.of(move, show);
        }
        return List.of(
                new KeyHint("Insert", strings.text("rules.key-new")),
                move,
                new KeyHint("Shift+Up / Down", strings.text("rules.key-several")),
                show,
                new KeyHint("Ctrl+Enter", strings.text("rules.key-send")),
                new KeyHint("Delete", strings.text("rules.key-delete")),
                new KeyHint("Shift+Arrows", strings.text("rules.key-paint")),
                new KeyHint("Space", strings.text("rules.key-switch")),
                new KeyHint("Ctrl+Arrows", strings.text("rules.key-hour")));
    }

    private VBox left() {
        list.setFixedCellSize(RuleCell.HEIGHT);
        list.setCellFactory(_ -> new RuleCell(strings));
        list.setAccessibleText(strings.text("rules.list"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RuleRow>)
                _ -> choose(list.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .map(RuleRow::key)
                        .toList()));
        VBox.setVgrow(list, Priority.ALWAYS);
        tools.getChildren()
                .setAll(
                        Buttons.of(new Command(strings.text("rules.new"), "mdi2p-plus", model::create)),
                        Buttons.icon(new Command(strings.text("rules.import"), "mdi2i-import", this::importFile)),
                        Buttons.icon(new Command(
                                strings.text("rules.export-all"),
                                "mdi2e-export-variant",
                                this::exportAll,
                                exportable)));
        list.getStyleClass().add("card-list");
        return new VBox(8, tools, notes, list);
    }

    /// One chosen rule is opened; of several, those that were made here can be acted on together.
    private void choose(List<String> keys) {
        if (following || keys.isEmpty()) {
            return;
        }
        if (keys.size() == 1) {
            several = List.of();
            boolean same = model.selected.get().equals(Optional.of(keys.getFirst()));
            model.selected.set(Optional.of(keys.getFirst()));
            if (same) {
                open();
            }
        } else {
            several = keys;
            open();
        }
    }

    /// The chosen rules that can be sent, if several rules are chosen.
    private List<RuleRow> severalOwn() {
        return model.own().stream()
                .filter(row -> several.contains(row.key()) && row.entry().isEditable())
                .toList();
    }

    /// Works wherever the focus is on this screen, also in the search field.
    private void insert(KeyEvent event) {
        if (event.getCode() == KeyCode.INSERT && model.mayManage()) {
            model.create();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        RuleRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            Node inside = Focus.first(pane.initialFocus());
            if (inside == null || !pane.equals(right.getChildren().getFirst())) {
                inside = Focus.first(right); // a rule that is only read
            }
            Optional.ofNullable(inside).ifPresent(Node::requestFocus);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && several.size() > 1 && model.mayManage()) {
            model.batch()
                    .delete(severalOwn().stream()
                            .flatMap(chosen -> chosen.entry().local().stream())
                            .toList());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && model.mayManage()) {
            Optional.of(row.entry())
                    .filter(RuleEntry::isEditable)
                    .flatMap(RuleEntry::local)
                    .ifPresent(model::delete);
            event.consume();
        }
    }

    private void importFile() {
        List<Path> chosen = files.files(strings.text("rules.import"), BuilderPane.JSON_FILES);
        if (!chosen.isEmpty()) {
            model.importFrom(chosen);
        }
    }

    private void exportAll() {
        files.saveAs(strings.text("rules.export-all"), "rules.json", BuilderPane.JSON_FILES)
                .ifPresent(file -> model.export(model.drafts(), file));
    }

    private void bind() {
        model.rows.addListener((ListChangeListener<RuleRow>) _ -> {
            exportable.set(!model.drafts().isEmpty());
            layOut();
            reselect();
            if (!right.getChildren().isEmpty() && right.getChildren().getFirst() instanceof EmptyPane) {
                open(); // selected before it was in the list, such as a rule whose deletion was undone
            }
        });
        model.selected.addListener((_, _, _) -> {
            several = List.of();
            reselect();
            open();
        });
        model.report.addListener((_, _, _) -> {
            layOut();
            open();
        });
        model.loaded.subscribe(_ -> layOut());
        model.notices().others().subscribe(_ -> layOut());
        model.notImported.addListener((_, _, sentences) -> {
            if (!sentences.isEmpty()) {
                overlays.showSentences("rules.not-imported", sentences);
            }
        });
        model.notDone.addListener((_, _, sentences) -> {
            if (!sentences.isEmpty()) {
                overlays.showSentences("rules.not-done", sentences);
            }
        });
    }

    private void layOut() {
        boolean none = model.rows.isEmpty() && model.typed.get().isBlank() && !notes.isWarning();
        Node now = !model.loaded.get() ? new SkeletonRows(6) : none ? nothing() : split;
        if (root.getChildren().isEmpty() || !now.equals(root.getChildren().getFirst())) {
            root.getChildren().setAll(now);
        }
    }

    private EmptyPane nothing() {
        Command step = new Command(strings.text("rules.new"), "mdi2p-plus", model::create);
        return model.mayManage()
                ? new EmptyPane(
                        "mdi2b-bell-outline", strings.text("rules.empty-title"), strings.text("rules.empty-text"), step)
                : new EmptyPane(
                        "mdi2b-bell-outline", strings.text("rules.empty-title"), strings.text("rules.empty-text"));
    }

    /// Shows the selected rule as it was last read; unsaved edits stay.
    private void open() {
        if (several.size() > 1) {
            showSeveral(severalOwn());
            return;
        }
        Optional<RuleEntry> entry = model.selectedEntry();
        if (entry.isEmpty()
                && model.selected.get().isPresent()
                && builder.entry().isPresent()) {
            return;
        }
        pane.open(entry.filter(RuleEntry::isEditable));
        Node shown = entry.map(this::pane).orElseGet(this::choose);
        if (right.getChildren().isEmpty() || !shown.equals(right.getChildren().getFirst())) {
            right.getChildren().setAll(shown);
        }
        if (entry.filter(known -> model.consumeJustCreated(known.key())).isPresent()) {
            Platform.runLater(() -> {
                pane.applyCss(); // the content of a scroll pane can take the focus only after its skin is created
                pane.initialFocus().requestFocus();
            });
        }
    }

    private void showSeveral(List<RuleRow> chosen) {
        Node before =
                right.getChildren().isEmpty() ? right : right.getChildren().getFirst();
        if (before instanceof SeveralRulesPane pane && pane.rows().equals(chosen)) {
            return; // unchanged, so the focus stays
        }
        boolean focused = before.isFocusWithin() && before instanceof SeveralRulesPane;
        SeveralRulesPane next = new SeveralRulesPane(model, chosen);
        right.getChildren().setAll(next);
        if (focused) {
            Optional.ofNullable(Focus.first(next)).ifPresent(Node::requestFocus);
        }
    }

    private Node pane(RuleEntry entry) {
        if (entry.isEditable()) {
            return pane;
        }
        ScrollPane scroll = new ScrollPane(entry.remote()
                .map(rule -> ReadOnlyRulePane.external(model, entry, rule))
                .orElseGet(() -> ReadOnlyRulePane.elsewhere(model, entry)));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Node choose() {
        return new EmptyPane(
                "mdi2b-bell-outline", strings.text("rules.choose-title"), strings.text("rules.choose-text"));
    }

    private void reselect() {
        following = true;
        if (several.size() > 1) {
            int[] chosen = IntStream.range(0, model.rows.size())
                    .filter(i -> several.contains(model.rows.get(i).key()))
                    .toArray();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(-1, chosen);
            following = false;
            return;
        }
        int index = -1;
        for (int i = 0; i < model.rows.size(); i++) {
            if (model.selected.get().equals(Optional.of(model.rows.get(i).key()))) {
                index = i;
            }
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            if (index != list.getSelectionModel().getSelectedIndex() && !isInSight(index)) {
                list.scrollTo(index);
            }
            list.getSelectionModel().clearAndSelect(index);
        }
        following = false;
    }

    private boolean isInSight(int index) {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && index > flow.getFirstVisibleCell().getIndex()
                && index < flow.getLastVisibleCell().getIndex();
    }
}
