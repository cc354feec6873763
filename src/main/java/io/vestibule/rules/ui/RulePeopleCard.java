package io.vestibule.rules.ui;

import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.ClickedCell;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The people that the rule looks for: individuals found by typing, and groups stored as queries.
final class RulePeopleCard extends RuleCard {

    private static final double ROW = 40;
    private static final int SHOWN = 5;

    private final BuilderModel model;
    private final Strings strings;
    private final FaceTileCache faces;
    private final TokenPane chosen = new TokenPane();
    private final TextField search = new TextField();
    private final ListView<Person> found = new ListView<>();
    private final ComboBox<Optional<PersonKind>> kind = new ComboBox<>();
    private final ComboBox<Optional<Site>> site = new ComboBox<>();
    private final CheckBox autoUpdate;
    private final FlowPane groups;

    RulePeopleCard(BuilderModel model, FaceTileCache faces) {
        super(
                model.rules().strings(),
                DraftProblem.DraftSection.PEOPLE,
                "mdi2a-account-group-outline",
                model.rules().strings().text("rules.who"));
        this.model = model;
        this.strings = model.rules().strings();
        this.faces = faces;
        autoUpdate = new CheckBox(strings.text("rules.keeps-up"));
        autoUpdate.setWrapText(true);
        autoUpdate.setOnAction(_ -> model.edit(draft -> draft.withAutoUpdate(autoUpdate.isSelected())));
        search.setPromptText(strings.text("rules.find-person"));
        search.setAccessibleText(strings.text("rules.find-person"));
        search.textProperty().addListener((_, _, typed) -> model.find(typed));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        setUpFound();
        setUpGroup();
        groups = new FlowPane(
                8,
                8,
                kind,
                site,
                Buttons.of(new Command(strings.text("rules.add-group"), "mdi2p-plus", this::addGroup)));
        // What is typed into comes first, so that it stays where it is while the lists below grow.
        content(search, groups, found, chosen, autoUpdate);
    }

    /// Clears what was typed, when another rule is opened.
    void reset() {
        search.clear();
        kind.getSelectionModel().select(1);
        site.getSelectionModel().selectFirst();
    }

    private void setUpFound() {
        found.setFixedCellSize(ROW);
        found.setAccessibleText(strings.text("rules.found-people"));
        found.setCellFactory(_ -> new Cell());
        found.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                add(found.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        found.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> ClickedCell.item(found, event).ifPresent(this::add));
        model.found.subscribe(people -> {
            found.getItems().setAll(people);
            found.setPrefHeight(ROW * Math.min(SHOWN, people.size()) + 4);
            found.setMinHeight(ROW * Math.min(SHOWN, people.size()) + 4);
            hide(found, people.isEmpty());
            if (!people.isEmpty()) {
                found.getSelectionModel().selectFirst();
            }
        });
    }

    private void setUpGroup() {
        List<Optional<PersonKind>> kinds = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(PersonKind.values()).map(Optional::of).forEach(kinds::add);
        kind.getItems().setAll(kinds);
        kind.setConverter(words(known -> RuleFormatter.capital(
                known.map(value -> strings.constant("rules.every", value)).orElse(strings.text("rules.everybody")))));
        kind.setAccessibleText(strings.text("rules.group-kind"));
        kind.getSelectionModel().select(1);
        site.setConverter(words(known -> known.map(Site::name).orElse(strings.text("rules.every-site"))));
        site.setAccessibleText(strings.text("rules.group-site"));
    }

    void show(RuleDraft draft, boolean editable) {
        List<Optional<Site>> sites = new ArrayList<>(List.of(Optional.empty()));
        model.rules().sites().stream().map(Optional::of).forEach(sites::add);
        if (!site.getItems().equals(sites)) {
            site.getItems().setAll(sites);
            site.getSelectionModel().selectFirst();
        }
        autoUpdate.setSelected(draft.autoUpdate());
        hide(autoUpdate, draft.people().queries().isEmpty());
        hide(search, !editable);
        hide(groups, !editable);
        autoUpdate.setDisable(!editable);
        tokens(draft, editable);
    }

    /// The names arrive with the evaluation, a moment after the draft.
    void tokens(RuleDraft draft, boolean editable) {
        List<TokenPane.Token> tokens = new ArrayList<>();
        for (String userId : draft.people().userIds()) {
            Optional<Member> member = model.evaluation.get().members().known().stream()
                    .filter(known -> known.userId().equals(userId))
                    .findFirst();
            String name = member.map(known -> known.person().name())
                    .orElse(strings.text("rules.unknown-id", userId.substring(0, Math.min(8, userId.length()))));
            List<Node> picture = new ArrayList<>();
            member.ifPresent(known -> picture.add(faces.tile(known.person())));
            if (member.filter(Member::active).isEmpty()) {
                picture.add(Icon.of(State.LOOK.icon(), State.LOOK.style()));
            }
            tokens.add(new TokenPane.Token(
                    userId,
                    picture,
                    name,
                    strings.text("rules.take-away", name),
                    () -> model.edit(now -> now.withPeople(now.people().without(userId)))));
        }
        RuleFormatter words =
                new RuleFormatter(strings, model.rules().sites(), model.rules().picture());
        for (PeopleQuery query : draft.people().queries()) {
            String name = RuleFormatter.capital(words.query(query));
            tokens.add(new TokenPane.Token(
                    query.toString(),
                    List.of(Icon.of("mdi2a-account-multiple-outline")),
                    name,
                    strings.text("rules.take-away", name),
                    () -> model.edit(now -> now.withPeople(now.people().without(query)))));
        }
        chosen.show(tokens, editable);
    }

    Node focus() {
        return search;
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.whenFound(
                    search.focusedProperty(),
                    () -> add(found.getSelectionModel().getSelectedItem()));
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int next = found.getSelectionModel().getSelectedIndex() + step;
            found.getSelectionModel()
                    .select(Math.clamp(next, 0, Math.max(0, found.getItems().size() - 1)));
            found.scrollTo(Math.max(0, next));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void add(@Nullable Person person) {
        if (person != null) {
            model.edit(draft -> draft.withPeople(draft.people().with(person.externalId())));
            search.clear();
            search.requestFocus();
        }
    }

    private void addGroup() {
        Optional<PersonKind> chosenKind = kind.getValue();
        Optional<Site> chosenSite = Optional.ofNullable(site.getValue()).flatMap(value -> value);
        model.edit(draft ->
                draft.withPeople(draft.people().with(new PeopleQuery(chosenKind, chosenSite.map(Site::id)))));
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private final class Cell extends ListCell<Person> {
        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            if (empty || person == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            String detail = person.contact().detail();
            if (detail.isEmpty()) {
                detail = strings.text(
                        "people.added",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                                .withLocale(strings.locale())
                                .format(person.created().atZone(ZoneId.systemDefault())));
            }
            setText(person.name() + "  ·  " + strings.constant("people.kind", person.kind()) + "  ·  " + detail);
            setGraphic(faces.tile(person));
        }
    }

    static FaceTile blank(Person person) {
        FaceTile tile = new FaceTile(FaceTileCache.WIDTH);
        tile.name(person.name());
        tile.show(null, null);
        return tile;
    }
}
