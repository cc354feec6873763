package io.vestibule.rules.ui;

import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.rehearse.TraceStep;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The verdict, and below it each step with its result.
final class TracePane extends VBox {

    private static final double FACE = 72;

    private final RehearseModel model;
    private final RulesModel rules;
    private final Strings strings;

    TracePane(RehearseModel model, RulesModel rules) {
        super(12);
        this.model = model;
        this.rules = rules;
        this.strings = rules.strings();
        setMinWidth(0);
        model.trace.subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        if (model.trace.get().isEmpty() || model.look.get().isEmpty()) {
            getChildren().add(RuleCard.wrapped(strings.text("rules.rehearse-hint"), "quiet"));
            return;
        }
        Trace trace = model.trace.get().get();
        RehearseModel.Look look = model.look.get().get();
        FaceTile face = new FaceTile(FACE);
        face.name(strings.text("rules.rehearse-picture"));
        face.show(FaceTile.decode(look.seen().thumbnail(), FACE, null), null);
        String verdict = trace.wouldAlert() ? strings.text("rules.would-fire") : strings.text("rules.would-not-fire");
        State state = trace.wouldAlert() ? State.DONE : State.REFUSED;
        Label head = RuleCard.wrapped(verdict, "card-title");
        head.setGraphic(Icon.of(state.icon(), state.style()));
        head.setAccessibleRole(AccessibleRole.TEXT);
        VBox said = new VBox(4, head);
        trace.firstFailure().ifPresent(step -> said.getChildren().add(RuleCard.wrapped(words(step, look), "quiet")));
        said.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(new HBox(12, face, said));
        trace.steps().forEach(step -> getChildren().add(line(step, look)));
        Label engine = RuleCard.wrapped(
                strings.text("rules.engine", rules.port().engineText(look.seen().engine())), "hint");
        getChildren().add(engine);
    }

    private HBox line(TraceStep step, RehearseModel.Look look) {
        State state = switch (step.verdict()) {
            case PASS -> State.DONE;
            case NOTE -> State.LOOK;
            case FAIL -> State.REFUSED;
        };
        Label title = new Label(strings.constant("rules.step", step.stage()));
        title.getStyleClass().add("quiet");
        title.setMinWidth(92);
        Label text = RuleCard.wrapped(words(step, look));
        text.setMinWidth(Region.USE_COMPUTED_SIZE);
        HBox line = new HBox(8, Icon.of(state.icon(), state.style()), title, text);
        line.setAccessibleText(title.getText() + ": " + text.getText());
        return line;
    }

    private String words(TraceStep step, RehearseModel.Look look) {
        boolean passed = step.verdict() == TraceStep.Verdict.PASS;
        String who = look.names().getOrDefault(step.userId(), strings.text("rules.somebody-unknown"));
        boolean nobody = step.userId().isEmpty();
        return switch (step.stage()) {
            case FACE -> strings.text(passed ? "rules.face-found" : "rules.face-none");
            case QUALITY ->
                passed
                        ? strings.text("rules.quality-good")
                        : look.seen().findings().stream()
                                .map(rules.port()::findingText)
                                .collect(Collectors.joining(" "));
            case MATCH ->
                nobody
                        ? strings.text("rules.match-none")
                        : strings.text(passed ? "rules.match" : "rules.match-low", who, step.similarity());
            case NEXT -> nobody ? strings.text("rules.next-none") : strings.text("rules.next", who, step.similarity());
            case MEMBER -> strings.text(passed ? "rules.member" : "rules.member-not", who);
            case CAMERA -> strings.text(passed ? "rules.camera-in" : "rules.camera-out");
            case EVENT -> strings.text(passed ? "rules.event-in" : "rules.event-out");
            case SCHEDULE ->
                strings.text(
                        passed ? "rules.schedule-in" : "rules.schedule-out",
                        model.draft().timetable().zone().getId());
        };
    }
}
