package io.vestibule.rules.ui;

import io.vestibule.people.Person;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Focus;
import io.vestibule.ui.control.Overlay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The open rule: its name and four cards that scroll, and the summary that is always visible: beside the cards, or
/// below them in a narrow window.
final class BuilderPane extends BorderPane {

    static final FilePicker.FileType JSON_FILES = new FilePicker.FileType("JSON", List.of("*.json"));

    private static final double NARROW_BELOW = 740;
    private static final double ROOMY_FROM = 960;

    private final BuilderModel model;
    private final Strings strings;
    private final FilePicker files;
    private final Overlay overlay;
    private final TextField name = new TextField();
    private final RulePeopleCard peopleCard;
    private final RuleCamerasCard camerasCard;
    private final RuleScheduleCard scheduleCard;
    private final RuleRecipientsCard recipientsCard;
    private final RuleSummaryPane side;
    private final VBox cards;
    private final ScrollPane scroll;
    private final Button pause;
    private final Button resume;
    private final Button copy;
    private final Button export;
    private final Button delete;
    /// The cards by when they were opened, the last one first.
    private final List<RuleCard> byUse;
    private final Set<RuleCard> closed = new HashSet<>();
    private boolean showing;
    private boolean opening;

    BuilderPane(BuilderModel model, FilePicker files, Overlay overlay) {
        this.model = model;
        this.strings = model.rules().strings();
        this.files = files;
        this.overlay = overlay;
        peopleCard = new RulePeopleCard(model, new FaceTileCache(model.rules()));
        camerasCard = new RuleCamerasCard(model);
        scheduleCard = new RuleScheduleCard(model);
        recipientsCard = new RuleRecipientsCard(model);
        side = new RuleSummaryPane(model, this::go, this::askReplacement, this::rehearse, this::json);
        name.setPromptText(strings.text("rules.name"));
        name.setAccessibleText(strings.text("rules.name"));
        name.setId("rule-name");
        name.getStyleClass().add("rule-name");
        name.textProperty().addListener((_, _, typed) -> {
            if (!showing) {
                model.edit(draft -> draft.withName(typed));
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        delete = Buttons.icon(new Command(strings.text("rules.delete"), "mdi2d-delete-outline", this::delete));
        copy = Buttons.icon(new Command(strings.text("rules.duplicate"), "mdi2c-content-copy", this::duplicate));
        export = Buttons.icon(new Command(strings.text("rules.export"), "mdi2e-export-variant", this::export));
        pause = Buttons.icon(new Command(strings.text("rules.pause"), "mdi2p-pause", () -> model.setPaused(true)));
        resume = Buttons.icon(new Command(strings.text("rules.resume"), "mdi2p-play", () -> model.setPaused(false)));
        HBox head = new HBox(8, name, pause, resume, copy, export, delete);
        head.setAlignment(Pos.CENTER_LEFT);
        cards = new VBox(12, head, peopleCard, camerasCard, scheduleCard, recipientsCard);
        cards.setPadding(new Insets(2, 12, 24, 2));
        byUse = new ArrayList<>(List.of(peopleCard, camerasCard, recipientsCard, scheduleCard));
        all().forEach(card -> card.onHead(() -> toggle(card)));
        all().forEach(card -> watch(card, card.section()));
        watch(name, DraftProblem.DraftSection.NAME);
        scroll = new ScrollPane(cards);
        scroll.viewportBoundsProperty().addListener((_, before, now) -> {
            if (before.getHeight() != now.getHeight() || before.getWidth() != now.getWidth()) {
                foldToFit();
            }
        });
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinWidth(0);
        setCenter(scroll); // first, so that Tab reaches the cards before the summary
        // Called once for each change of the layout, not for each pixel of the width.
        widthProperty().map(width -> room(width.doubleValue())).subscribe(summaryLayout -> {
            boolean narrow = summaryLayout == RuleSummaryPane.SummaryLayout.BELOW;
            side.room(summaryLayout);
            setRight(null); // a node can have one parent only
            setBottom(narrow ? side : null);
            setRight(narrow ? null : side);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                side.send();
                event.consume();
            }
        });
        BorderPane.setMargin(scroll, new Insets(0, 12, 12, 0));
        hoverProperty().subscribe(this::settle);
        model.draft.addListener((_, _, now) -> now.filter(_ -> !opening).ifPresent(this::show));
        // Also an evaluation with the same problems: the sentence, the members or the calendar may differ.
        for (ObservableValue<?> evaluated : List.of(model.evaluation, model.shown)) {
            evaluated.addListener((_, _, _) -> {
                if (!opening) {
                    showEvaluation();
                }
            });
        }
    }

    private static RuleSummaryPane.SummaryLayout room(double width) {
        return width < NARROW_BELOW
                ? RuleSummaryPane.SummaryLayout.BELOW
                : width < ROOMY_FROM ? RuleSummaryPane.SummaryLayout.BESIDE : RuleSummaryPane.SummaryLayout.ROOMY;
    }

    Node initialFocus() {
        if (peopleCard.isFolded()) {
            unfold(peopleCard);
        }
        return name.getText().isEmpty() ? name : peopleCard.focus();
    }

    /// Opens a rule, or refreshes the open one from a new report. Draft and evaluation change at once, and the
    /// cards are drawn once for both.
    void open(Optional<RuleEntry> entry) {
        boolean another = !model.entry().map(RuleEntry::key).equals(entry.map(RuleEntry::key));
        opening = true;
        model.open(entry);
        opening = false;
        if (another) {
            scroll.setVvalue(0);
            peopleCard.reset();
            camerasCard.reset();
            recipientsCard.reset();
            byUse.clear();
            byUse.addAll(List.of(peopleCard, camerasCard, recipientsCard, scheduleCard));
            closed.clear();
        }
        model.draft.get().ifPresent(this::show);
        showEvaluation();
        if (another) {
            all().forEach(RuleCard::settle);
            foldToFit();
        }
    }

    /// While the pointer is over the rule, nothing moves up below it.
    private void settle() {
        if (!isHover()) {
            all().forEach(RuleCard::settle);
        }
    }

    private List<RuleCard> all() {
        return List.of(peopleCard, camerasCard, scheduleCard, recipientsCard);
    }

    /// A section counts as visited when the focus leaves it after a key or the mouse was pressed there, unless
    /// another rule was opened meanwhile. Focus that the program set is not a visit.
    private void watch(Node node, DraftProblem.DraftSection section) {
        AtomicReference<Optional<String>> used = new AtomicReference<>(Optional.empty());
        node.addEventFilter(KeyEvent.KEY_PRESSED, _ -> used.set(model.entry().map(RuleEntry::key)));
        node.addEventFilter(
                MouseEvent.MOUSE_PRESSED, _ -> used.set(model.entry().map(RuleEntry::key)));
        node.focusWithinProperty().subscribe(inside -> {
            Optional<String> rule = used.get();
            if (!inside && rule.isPresent()) {
                used.set(Optional.empty());
                if (rule.equals(model.entry().map(RuleEntry::key))) {
                    model.visit(section);
                }
            }
        });
    }

    private void toggle(RuleCard card) {
        if (card.isFolded()) {
            unfold(card);
        } else {
            closed.add(card);
            card.fold(true);
        }
    }

    private void unfold(RuleCard card) {
        closed.remove(card);
        byUse.remove(card);
        byUse.addFirst(card);
        foldToFit();
    }

    /// The card that was opened last is open, and of the others as many as fit below each other without scrolling.
    private void foldToFit() {
        double height = scroll.getViewportBounds().getHeight();
        double width = scroll.getViewportBounds().getWidth()
                - cards.getInsets().getLeft()
                - cards.getInsets().getRight();
        if (height <= 0 || width <= 0) {
            return;
        }
        double room = height
                - name.prefHeight(-1)
                - cards.getSpacing() * byUse.size()
                - cards.getInsets().getTop()
                - cards.getInsets().getBottom()
                - byUse.stream().mapToDouble(RuleCard::foldedHeight).sum();
        boolean first = true;
        for (RuleCard card : byUse) {
            double more = card.fullHeight(width) - card.foldedHeight();
            boolean open = !closed.contains(card) && (first || more <= room);
            card.fold(!open);
            if (open) {
                room -= more;
                first = false;
            }
        }
    }

    private void show(RuleDraft draft) {
        showing = true;
        boolean editable = model.mayEdit();
        if (!name.getText().equals(draft.name())) {
            name.setText(draft.name());
        }
        name.setEditable(editable);
        List.of(copy, export, delete).forEach(tool -> RuleCard.hide(tool, !editable));
        boolean sent = model.entry()
                .flatMap(RuleEntry::local)
                .flatMap(RuleRecord::sent)
                .isPresent();
        boolean paused = draft.timetable().paused();
        boolean focused = pause.isFocused() || resume.isFocused();
        RuleCard.hide(pause, !editable || !sent || paused);
        RuleCard.hide(resume, !editable || !paused);
        if (focused) {
            (paused ? resume : pause).requestFocus();
        }
        peopleCard.show(draft, editable);
        camerasCard.show(draft, editable);
        scheduleCard.show(draft, editable);
        recipientsCard.show(draft, editable);
        summarise(draft);
        showing = false;
    }

    private void summarise(RuleDraft draft) {
        RuleFormatter words =
                new RuleFormatter(strings, model.rules().sites(), model.rules().picture());
        peopleCard.summary(words.who(draft, model.evaluation.get().members()));
        camerasCard.summary(words.where(draft));
        scheduleCard.summary(words.when(draft));
        recipientsCard.summary(words.whom(draft));
    }

    private void showEvaluation() {
        List<DraftProblem> problems = model.shown.get();
        List.of(peopleCard, camerasCard, scheduleCard, recipientsCard).forEach(card -> card.problems(problems));
        settle();
        scheduleCard.overrides(model.evaluation.get().overrides());
        model.draft.get().ifPresent(draft -> {
            peopleCard.tokens(draft, model.mayEdit());
            summarise(draft);
        });
        side.show();
    }

    private void go(DraftProblem.DraftSection draftSection) {
        Optional<RuleCard> found =
                all().stream().filter(card -> card.section() == draftSection).findFirst();
        found.filter(RuleCard::isFolded).ifPresent(this::unfold);
        cards.applyCss();
        cards.layout();
        Node target = found.map(Node.class::cast).orElse(name);
        double most = Math.max(1, cards.getHeight() - scroll.getViewportBounds().getHeight());
        scroll.setVvalue(Math.clamp(target.getBoundsInParent().getMinY() / most, 0, 1));
        Optional.ofNullable(Focus.first(found.<Node>map(RuleCard::body).orElse(name)))
                .ifPresent(Node::requestFocus);
    }

    private void askReplacement(String userId) {
        RulesModel rules = model.rules();
        rules.quietly(() -> rules.parts().related().cascade().rulesNamingUnknown(userId), named -> {
            UnknownUserPane card = new UnknownUserPane(
                    named.stream().map(PersonRuleReferences.RuleReference::name).toList(),
                    strings,
                    rules.work(),
                    new UnknownUserPane.ReplacementCallbacks(
                            model::search, instead -> replaceUser(userId, instead), rules::failed));
            overlay.show(strings.text("rules.gone-title"), card, card.first(), () -> {});
        });
    }

    private void replaceUser(String userId, Optional<Person> instead) {
        overlay.close();
        RulesModel rules = model.rules();
        rules.saves()
                .whenSaved(() -> rules.run(
                        () -> {
                            rules.parts().related().cascade().replace(userId, instead.map(Person::id));
                            return userId;
                        },
                        _ -> {
                            rules.port().showBanner(Banner.info(strings.text("rules.gone-told")));
                            rules.refreshSoon();
                        }));
    }

    private void rehearse() {
        model.rules()
                .quietly(
                        () -> model.rules().parts(),
                        parts -> model.draft.get().ifPresent(draft -> {
                            RehearseModel rehearsal = new RehearseModel(
                                    model.rules(),
                                    draft,
                                    model.evaluation.get().members(),
                                    model.evaluation.get().overrides());
                            RehearsePane pane = new RehearsePane(rehearsal, model.rules(), files, parts.rehearse());
                            String name = draft.name().isBlank() ? strings.text("rules.unnamed") : draft.name();
                            overlay.show(strings.text("rules.rehearse-title", name), pane, pane.focus(), () -> {});
                        }));
    }

    private void json() {
        model.evaluation
                .get()
                .preview()
                .ifPresent(preview -> overlay.show(strings.text("rules.json"), new JsonPane(strings, preview)));
    }

    private void duplicate() {
        model.draft.get().ifPresent(model.rules()::duplicate);
    }

    private void export() {
        model.draft
                .get()
                .ifPresent(draft -> files.saveAs(strings.text("rules.export"), "rule.json", JSON_FILES)
                        .ifPresent(file -> model.rules().export(List.of(draft), file)));
    }

    void delete() {
        model.entry().flatMap(entry -> entry.local()).ifPresent(model.rules()::delete);
    }
}
