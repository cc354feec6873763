package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The part of the builder that is always visible: the sentence, the state, the problems, and the actions.
final class RuleSummaryPane extends VBox {

    private static final double BESIDE = 280;
    private static final double ROOMY = 380;
    private static final double SAID = 200;
    private static final double FOLD = 260;
    private static final double BELOW = 76;
    private static final int MOST_GONE = 5;

    private final BuilderModel model;
    private final Strings strings;
    private final StateBadge badge;
    private final Label sentence = RuleCard.wrapped("");
    private final VBox decide = new VBox(8);
    private final VBox problems = new VBox(8);
    private final Button tryOut;
    private final Button exact;
    private final Button send;
    private final Label head;
    private final ScrollPane scroll;
    private final JsonPane json;
    private final TitledPane fold = new TitledPane();
    private final Consumer<DraftProblem.DraftSection> go;
    private final Consumer<String> gone;

    /// @param go shows the card of a section
    /// @param gone opens the replacement of a user id that no local person has
    /// @param rehearse opens the rehearsal
    /// @param alone opens the JSON in an overlay, where there is no space for it here
    RuleSummaryPane(
            BuilderModel model,
            Consumer<DraftProblem.DraftSection> go,
            Consumer<String> gone,
            Runnable rehearse,
            Runnable alone) {
        super(12);
        this.model = model;
        this.strings = model.rules().strings();
        this.go = go;
        this.gone = gone;
        getStyleClass().add("card-pane");
        badge = new StateBadge(strings);
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> model.mayEdit()
                        && !model.sending.get()
                        && (!model.evaluation.get().blocked()
                                || !model.unvisited().isEmpty())
                        && !model.nothingToSend.get(),
                model.nothingToSend,
                model.sending,
                model.shown,
                model.evaluation,
                model.draft);
        send = Buttons.primary(new Command(strings.text("rules.send"), "mdi2s-send", this::sendOrShow, ready));
        send.setMaxWidth(Double.MAX_VALUE);
        tryOut = wide(new Command(strings.text("rules.rehearse"), "mdi2p-play-circle-outline", rehearse));
        exact = wide(new Command(strings.text("rules.json"), "mdi2c-code-json", alone));
        head = new Label(strings.text("rules.in-words"));
        head.getStyleClass().add("card-title");
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        VBox said = new VBox(12, badge, sentence, decide, problems);
        scroll = new ScrollPane(said);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        json = new JsonPane(strings);
        fold.setContent(json);
        fold.setAnimated(false);
        fold.getStyleClass().add("next-days");
        fold.expandedProperty().subscribe(this::shareHeight);
        room(SummaryLayout.BESIDE);
    }

    /// The layout for the available space.
    enum SummaryLayout {
        BELOW,
        BESIDE,
        ROOMY
    }

    /// Below the cards instead of beside them, the text gets a few lines and the buttons one row. Beside them the
    /// exact JSON follows below the text in a collapsible pane, which is expanded at first where there is space.
    void room(SummaryLayout summaryLayout) {
        boolean below = summaryLayout == SummaryLayout.BELOW;
        double width = summaryLayout == SummaryLayout.ROOMY ? ROOMY : BESIDE;
        scroll.setVbarPolicy(below ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.setMinHeight(below ? BELOW : 0);
        scroll.setPrefHeight(below ? BELOW : USE_COMPUTED_SIZE);
        setMinWidth(below ? 0 : width);
        setPrefWidth(below ? USE_COMPUTED_SIZE : width);
        setMaxWidth(below ? Double.MAX_VALUE : width);
        fold.setExpanded(summaryLayout == SummaryLayout.ROOMY);
        shareHeight(!below && fold.isExpanded());
        if (below) {
            HBox row = new HBox(8, tryOut, exact, send);
            row.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
            getChildren().setAll(scroll, row);
        } else {
            getChildren().setAll(head, scroll, fold, tryOut, send);
        }
    }

    /// When expanded, the JSON takes the remaining space; the text keeps enough for the sentence and one or two
    /// problems.
    private void shareHeight(boolean unfolded) {
        VBox.setVgrow(scroll, unfolded ? Priority.NEVER : Priority.ALWAYS);
        VBox.setVgrow(fold, unfolded ? Priority.ALWAYS : Priority.NEVER);
        fold.setMinHeight(unfolded ? FOLD : USE_PREF_SIZE);
        fold.setMaxHeight(unfolded ? Double.MAX_VALUE : USE_PREF_SIZE);
        if (unfolded) {
            scroll.setMinHeight(SAID);
        }
    }

    /// Sends the rule if the button is enabled.
    void send() {
        send.fire(); // does nothing while the button is disabled
    }

    private void sendOrShow() {
        model.sendOrShow().ifPresent(go);
    }

    void show() {
        model.entry().ifPresent(this::show);
    }

    private void show(RuleEntry entry) {
        badge.show(
                RuleFormatter.state(entry),
                RuleFormatter.isPaused(entry)
                        ? strings.text("rules.state-paused")
                        : strings.constant("rules.state", entry.state()));
        BuilderModel.DraftEvaluation draftEvaluation = model.evaluation.get();
        sentence.setText(draftEvaluation.sentence());
        List.of(tryOut, send)
                .forEach(button -> RuleCard.hide(button, !model.rules().mayManage()));
        decide.getChildren().clear();
        if (model.mayEdit()) {
            decide(entry);
        }
        RuleCard.hide(decide, decide.getChildren().isEmpty());
        problems.getChildren().clear();
        draftEvaluation
                .overrides()
                .at(model.rules().port().now())
                .ifPresent(today -> problems.getChildren().add(calendar(today)));
        entry.findings().stream()
                .filter(finding -> draftEvaluation.problems().stream()
                        .noneMatch(known -> known.problem().code().equals(finding.code())))
                .forEach(finding -> problems.getChildren().add(finding(finding)));
        entry.local()
                .flatMap(RuleRecord::sent)
                .flatMap(sent -> new RuleFormatter(
                                strings, model.rules().sites(), model.rules().picture())
                        .shortGaps(sent.rule().content().schedule()))
                .ifPresent(gaps -> problems.getChildren()
                        .add(new HBox(8, Icon.of(State.LOOK.icon(), State.LOOK.style()), RuleCard.wrapped(gaps))));
        if (draftEvaluation.moved().count() > 0) {
            problems.getChildren().add(new MembershipChangeLines(strings, draftEvaluation.moved()));
        }
        List<DraftProblem.DraftSection> missing = model.unvisited();
        if (model.mayEdit() && !missing.isEmpty()) {
            problems.getChildren().add(missing(missing));
        }
        model.shown.get().forEach(problem -> problems.getChildren().add(problem(problem)));
        if (model.mayEdit()) {
            draftEvaluation.members().unknown().stream()
                    .limit(MOST_GONE)
                    .forEach(id -> problems.getChildren()
                            .add(wide(new Command(
                                    strings.text("rules.gone-ask", id.substring(0, Math.min(8, id.length()))),
                                    "mdi2a-account-question-outline",
                                    () -> gone.accept(id)))));
        }
        boolean there = entry.local().flatMap(RuleRecord::sent).isPresent();
        send.setText(
                switch (entry.state()) {
                    case OUTDATED -> strings.text("rules.update");
                    case UNSURE -> strings.text("rules.send-again");
                    default -> strings.text(there ? "rules.send-changes" : "rules.send");
                });
        int differ = draftEvaluation
                .preview()
                .map(known -> known.differences().size())
                .orElse(0);
        String exactly = differ == 0 ? strings.text("rules.json") : strings.text("rules.json-differs", differ);
        exact.setText(exactly);
        fold.setText(exactly);
        draftEvaluation.preview().ifPresent(json::show);
    }

    /// When another user changed or deleted the rule on the VMS, the operator decides which version counts.
    private void decide(RuleEntry entry) {
        if (entry.state() == RuleState.CHANGED_THERE) {
            entry.remote()
                    .ifPresent(there -> decide.getChildren()
                            .addAll(
                                    RuleCard.wrapped(strings.text("rules.decide-changed"), "quiet"),
                                    wide(new Command(
                                            strings.text("rules.take-theirs"),
                                            "mdi2d-download-outline",
                                            () -> model.acceptRemote(there))),
                                    wide(new Command(
                                            strings.text("rules.send-over"),
                                            "mdi2u-upload-outline",
                                            () -> model.overwriteRemote(there)))));
        } else if (entry.state() == RuleState.GONE_THERE) {
            decide.getChildren()
                    .addAll(
                            RuleCard.wrapped(strings.text("rules.decide-gone"), "quiet"),
                            wide(new Command(strings.text("rules.make-again"), "mdi2p-plus", model::recreate)));
        }
    }

    /// What a new rule still lacks, before anybody was there: a hint, not a problem.
    private HBox missing(List<DraftProblem.DraftSection> sections) {
        String names = String.join(
                ", ",
                sections.stream()
                        .map(section -> strings.constant("rules.section", section))
                        .toList());
        return new HBox(
                8,
                Icon.of(State.WAITING.icon(), State.WAITING.style()),
                RuleCard.wrapped(strings.text("rules.still-missing", names), "quiet"));
    }

    private HBox calendar(DayOverride today) {
        return new HBox(
                8, Icon.of("mdi2c-calendar-star"), RuleCard.wrapped(strings.constant("rules.today", today.effect())));
    }

    private HBox finding(Problem finding) {
        ProblemText words = strings.problem(finding);
        Label text = RuleCard.wrapped(words.summary() + " " + words.advice());
        text.setAccessibleHelp(words.explanation());
        return new HBox(8, Icon.of(State.LOOK.icon(), State.LOOK.style()), text);
    }

    private HBox problem(DraftProblem problem) {
        ProblemText words = strings.problem(problem.problem());
        State state = problem.blocks() ? State.REFUSED : State.LOOK;
        Hyperlink link = new Hyperlink(words.summary());
        link.setWrapText(true);
        link.getStyleClass().add("problem-link");
        link.setAccessibleHelp(words.explanation() + " " + words.advice());
        link.setOnAction(_ -> go.accept(problem.section()));
        return new HBox(8, Icon.of(state.icon(), state.style()), link);
    }

    private static Button wide(Command command) {
        Button button = Buttons.of(command);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
