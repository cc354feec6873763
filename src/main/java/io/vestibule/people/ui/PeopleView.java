package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Site;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPane;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.Overlay;
import io.vestibule.ui.control.SkeletonRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of people, and the details of the selected person beside it.
public final class PeopleView implements ScreenView {

    private static final double ROW = 48;
    private static final double NARROW = 1000;

    private final PeopleModel model;
    private final Strings strings;
    private final PeopleCards cards;
    private final TextField search = new TextField();
    private final HBox tools;
    private final ListView<PersonLine> list;
    private final PersonPane person;
    private final ScrollPane detail;
    private final EmptyPane nobody;
    private final EmptyPane notFound;
    private final EmptyPane choose;
    private final FilterMenu<Site> sites;
    private final VBox left;
    private final HBox split;
    private final StackPane listPlace = new StackPane();
    private final StackPane right = new StackPane();
    private final StackPane root = new StackPane();
    private final Label count = new Label();
    private boolean following;
    private boolean toEnd;

    public PeopleView(PeopleModel model, Strings strings, FilePicker files, Overlay overlay) {
        this.model = model;
        this.strings = strings;
        cards = new PeopleCards(model, strings, files, overlay);
        list = new ListView<>(model.list);
        person = new PersonPane(model.port(), model.actions(), model.pictures(), cards, strings);
        detail = new ScrollPane(person);
        detail.setFitToWidth(true);
        detail.getStyleClass().add("person-scroll");
        nobody = new EmptyPane(
                "mdi2a-account-multiple-outline",
                strings.text("people.empty-title"),
                strings.text("people.empty-text"),
                new Command(strings.text("people.empty-step"), "", model.port()::openEnrol));
        notFound = new EmptyPane(
                "mdi2m-magnify",
                strings.text("people.none-title"),
                strings.text("people.none-text"),
                new Command(strings.text("people.widen"), "", this::clearFilters));
        choose = new EmptyPane(
                "mdi2a-account-outline", strings.text("people.select-title"), strings.text("people.select-text"));
        search.setPromptText(strings.text("people.search"));
        search.setId("people-search");
        search.setAccessibleText(strings.text("people.search"));
        search.textProperty().bindBidirectional(model.typed);
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
        Button who = Buttons.of(new Command(
                strings.text("people.who"), "mdi2f-face-recognition", () -> cards.openPhotoSearch(Optional.empty())));
        tools = new HBox(8, search, who);
        HBox.setHgrow(search, Priority.ALWAYS);
        sites = new FilterMenu<>(strings.text("people.site"), strings.text("people.site-any"), Site::name, model.site);
        left = left();
        split = new HBox(12, left, right);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW ? 300 : 360;
            left.setMinWidth(wide);
            left.setPrefWidth(wide);
            left.setMaxWidth(wide);
        });
        cards.listen(root);
        bindModel();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.start();
        person.permissionsChanged();
    }

    @Override
    public void hidden() {
        model.stop();
    }

    @Override
    public Node initialFocus() {
        return model.list.isEmpty() ? search : list;
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(tools);
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>(List.of(
                new KeyHint("Up / Down", strings.text("people.key-move")),
                new KeyHint("End", strings.text("people.key-end")),
                new KeyHint("A – Z", strings.text("people.key-typed")),
                new KeyHint("Enter", strings.text("people.key-detail")),
                new KeyHint("Esc", strings.text("people.key-back")),
                new KeyHint("F2", strings.text("people.key-edit")),
                new KeyHint("R", strings.text("people.renew"))));
        if (model.mayRemove()) {
            keys.add(new KeyHint("Delete", strings.text("people.key-remove")));
        }
        keys.add(new KeyHint("Ctrl+F", strings.text("people.key-search")));
        keys.add(new KeyHint("Ctrl+V", strings.text("people.key-who")));
        return keys;
    }

    private VBox left() {
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("card-list");
        list.setCellFactory(_ -> new PersonCell(strings, model.pictures(), model::about));
        list.setAccessibleText(strings.text("people.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::endKey);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        list.addEventHandler(KeyEvent.KEY_TYPED, this::searchByTyping);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (!following && !model.list.changing() && line != null) {
                line.row().ifPresent(row -> model.selected.set(Optional.of(row.person())));
            }
        });
        FilterMenu<PersonKind> kinds = new FilterMenu<>(
                strings.text("people.kind-label"),
                strings.text("people.kind-any"),
                kind -> strings.constant("people.kind", kind),
                model.kind);
        kinds.offer(List.of(PersonKind.values()));
        FilterMenu<EnrolmentStatus.Group> groups = new FilterMenu<>(
                strings.text("people.status"),
                strings.text("people.status-any"),
                group -> strings.constant("people.group", group),
                model.group);
        groups.offer(List.of(EnrolmentStatus.Group.values()));
        model.sites.subscribe(sites::offer);
        HBox filters = new HBox(8, kinds, sites, groups);
        filters.getChildren().forEach(menu -> HBox.setHgrow(menu, Priority.ALWAYS));
        VBox.setVgrow(listPlace, Priority.ALWAYS);
        count.getStyleClass().add("hint");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox below = new HBox(8, count, order());
        below.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, filters, listPlace, below);
    }

    private Node order() {
        FilterMenu<PersonQuery.Order> order = new FilterMenu<>(
                strings.text("people.sorting"),
                strings.constant("people.order", PersonQuery.Order.NAME),
                choice -> strings.constant("people.order", choice),
                model.order);
        order.offer(List.of(PersonQuery.Order.NEWEST));
        order.setMinWidth(Region.USE_PREF_SIZE);
        // What is found is in the order of the match.
        model.typed.subscribe(typed -> order.setDisable(!typed.isBlank()));
        return order;
    }

    /// End goes to the last person, reading the pages in between; any other key stops that.
    private void endKey(KeyEvent event) {
        toEnd = event.getCode() == KeyCode.END && !model.list.isEmpty();
        if (toEnd) {
            event.consume();
            goOnToEnd();
        }
    }

    private void goOnToEnd() {
        int last = model.list.size() - 1;
        if (!toEnd || last < 0) {
            return;
        }
        boolean read = model.list.get(last).row().isPresent();
        if (read && model.list.complete()) {
            toEnd = false;
            list.getSelectionModel().clearAndSelect(last);
            list.getFocusModel().focus(last);
        }
        list.scrollTo(last);
    }

    private void showCount() {
        int known = model.list.size();
        count.setText(
                !model.loaded.get() || known == 0
                        ? ""
                        : strings.text(model.list.complete() ? "people.count" : "people.count-more", known));
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            // Until the answer is there, the list shows people who do not match what was typed.
            model.whenFound(search.focusedProperty(), this::goToList);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.isFiltered()) {
            model.clearFilters();
            event.consume();
        }
    }

    private void goToList() {
        if (!model.list.isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().getSelectedIndex() < 0) {
                list.getSelectionModel().clearAndSelect(0);
            }
        }
    }

    private void listKey(KeyEvent event) {
        Optional<PersonPage.Row> row =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).flatMap(PersonLine::row);
        switch (event.getCode()) {
            case ENTER -> row.ifPresent(_ -> person.focusFirst());
            case DELETE -> row.ifPresent(one -> model.remove(one.person(), one.name()));
            case R -> row.filter(_ -> !event.isShortcutDown()).ifPresent(_ -> person.renew());
            case F2 -> row.ifPresent(_ -> person.edit());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A name that is typed while the focus is in the list is searched; R renews there.
    private void searchByTyping(KeyEvent event) {
        String typed = event.getCharacter();
        boolean letter = typed.codePoints().allMatch(Character::isLetter) && !typed.isEmpty();
        if (letter && !typed.equalsIgnoreCase("r") && !event.isShortcutDown() && !event.isAltDown()) {
            search.requestFocus();
            search.selectAll();
            search.replaceSelection(typed);
            event.consume();
        }
    }

    private void clearFilters() {
        model.clearFilters();
        search.requestFocus();
    }

    private void bindModel() {
        model.loaded.subscribe(_ -> {
            layOut();
            showCount();
        });
        model.acted.addListener((_, _, _) -> focusAfterChange());
        model.list.addListener((ListChangeListener<PersonLine>) _ -> {
            layOut();
            reselect();
            showCount();
            // Not while the list reports its change.
            if (toEnd) {
                Platform.runLater(this::goOnToEnd);
            }
        });
        model.asked.addListener((_, _, _) -> {
            if (model.list
                    .find(model.selected.get().orElse(new PersonId(new java.util.UUID(0, 0))))
                    .isEmpty()) {
                list.scrollTo(0);
            }
        });
        model.selected.addListener((_, _, now) -> {
            reselect();
            person.select(now);
        });
        model.detail.subscribe(now -> {
            boolean inside = detail.isFocusWithin() || person.isFocusWithin();
            now.ifPresent(person::show);
            now.ifPresent(this::openRequestedRepair);
            Node shown = now.isPresent() ? detail : choose;
            if (!right.getChildren().equals(List.of(shown))) {
                right.getChildren().setAll(shown);
                if (inside && now.isEmpty()) {
                    list.requestFocus();
                }
            }
        });
        person.setOnBack(list::requestFocus);
    }

    /// After a change, the focus is where the next key acts on people: a button that performed it may be gone,
    /// and in the search field keys are about what was typed.
    private void focusAfterChange() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (owner == null || owner.equals(search)) {
            list.requestFocus();
        }
    }

    private void openRequestedRepair(PersonDetail shown) {
        if (model.repairing.get().equals(Optional.of(shown.person().id()))) {
            model.repairing.set(Optional.empty());
            shown.photos().stream()
                    .filter(photo -> photo.problem().isPresent())
                    .findFirst()
                    .ifPresent(photo -> cards.openRepair(shown, photo));
        }
    }

    private void layOut() {
        Node now = list;
        boolean empty = false;
        if (!model.loaded.get()) {
            now = new SkeletonRows(8);
        } else if (model.list.isEmpty()) {
            empty = !model.isFiltered();
            now = notFound;
        }
        if (!listPlace.getChildren().equals(List.of(now))) {
            boolean had = list.isFocused();
            listPlace.getChildren().setAll(now);
            if (had && now.equals(notFound)) {
                notFound.focusFirst();
            }
        }
        // The person who was shown before was not found.
        right.setVisible(!now.equals(notFound));
        Node whole = empty ? nobody : split;
        if (!root.getChildren().equals(List.of(whole))) {
            root.getChildren().setAll(whole);
        }
    }

    /// Restores the selection by id: a reload replaces the row objects.
    private void reselect() {
        following = true;
        OptionalInt index = model.selected.get().map(model.list::find).orElse(OptionalInt.empty());
        if (index.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index.getAsInt()) {
            list.getSelectionModel().clearAndSelect(index.getAsInt());
        }
        following = false;
    }
}
