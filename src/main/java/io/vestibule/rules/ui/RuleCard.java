package io.vestibule.rules.ui;

import io.vestibule.rules.DraftProblem;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.RowLabel;
import io.vestibule.ui.control.State;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One card of the builder: its title, its content, and below them the problems of its section. Folded, it is one
/// line that says what was chosen.
abstract class RuleCard extends VBox {

    private static final double HEAD_INSETS = 8;
    private static final String FOLDED = "card-folded";
    private static final double FOLDED_HEIGHT = 44;
    private static final double PADDING = 16;

    private final Strings strings;
    private final DraftProblem.DraftSection section;
    private final String title;
    private final Button head = new Button();
    private final RowLabel words = new RowLabel();
    private final HBox state = new HBox();
    /// One icon that turns: cards fold while they are laid out, when a new icon would not have its font yet.
    private final FontIcon chevron = Icon.of("mdi2c-chevron-up");
    private final VBox body = new VBox();
    private final VBox problems = new VBox(4);
    private String summary = "";
    private boolean folded;

    RuleCard(Strings strings, DraftProblem.DraftSection draftSection, String icon, String title) {
        this.strings = strings;
        this.section = draftSection;
        this.title = title;
        words.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.of(icon), words, gap, state, chevron);
        line.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(line);
        head.getStyleClass().addAll("flat", "card-head");
        head.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(head.widthProperty().subtract(HEAD_INSETS));
        line.maxWidthProperty().bind(line.prefWidthProperty());
        head.setMinWidth(0);
        head.setPrefWidth(0);
        getStyleClass().add("card-pane");
        body.spacingProperty().bind(spacingProperty());
        body.getChildren().add(problems);
        getChildren().addAll(head, body);
        hide(problems, true);
        fold(false);
    }

    /// Puts content between the title and the problems.
    final void content(Node... nodes) {
        body.getChildren().addAll(0, List.of(nodes));
    }

    DraftProblem.DraftSection section() {
        return section;
    }

    /// @param toggle called when the title is pressed
    final void onHead(Runnable toggle) {
        head.setOnAction(_ -> toggle.run());
    }

    final void summary(String chosen) {
        summary = chosen;
        describe();
    }

    final boolean isFolded() {
        return folded;
    }

    final void fold(boolean now) {
        folded = now;
        hide(body, now);
        getStyleClass().remove(FOLDED);
        if (now) {
            getStyleClass().add(FOLDED);
        }
        chevron.setRotate(now ? 180 : 0);
        describe();
    }

    /// The content with the problems, without the title.
    final VBox body() {
        return body;
    }

    /// The height that the card has, or would have, with its content.
    final double fullHeight(double width) {
        return PADDING * 2 + head.prefHeight(-1) + getSpacing() + body.prefHeight(width - PADDING * 2);
    }

    final double foldedHeight() {
        return FOLDED_HEIGHT;
    }

    private void describe() {
        String line = summary.isEmpty() ? title : strings.text("rules.card-line", title, summary);
        words.setText(folded ? line : title);
        head.setAccessibleText(strings.text(folded ? "rules.card-folded" : "rules.card-open", line));
        hide(state, !folded);
    }

    void problems(List<DraftProblem> all) {
        List<DraftProblem> own =
                all.stream().filter(problem -> problem.section() == section).toList();
        // What stands below must not move up under the pointer: the room of a line that is gone stays until `settle`.
        double room = problems.isManaged() ? problems.getHeight() : 0;
        problems.getChildren()
                .setAll(own.stream().map(problem -> line(strings, problem)).toList());
        problems.setMinHeight(room);
        hide(problems, own.isEmpty() && room == 0);
        state.getChildren()
                .setAll(own.stream()
                        .map(RuleCard::state)
                        .distinct()
                        .sorted()
                        .map(worst -> Icon.of(worst.icon(), worst.style()))
                        .limit(1)
                        .toList());
    }

    /// Gives up the room of problems that are gone.
    final void settle() {
        problems.setMinHeight(Region.USE_COMPUTED_SIZE);
        hide(problems, problems.getChildren().isEmpty());
    }

    private static State state(DraftProblem problem) {
        return problem.blocks() ? State.REFUSED : State.LOOK;
    }

    static HBox line(Strings strings, DraftProblem problem) {
        ProblemText words = strings.problem(problem.problem());
        Label text = wrapped(words.summary() + " " + words.advice());
        text.setAccessibleHelp(words.explanation());
        State state = state(problem);
        HBox line = new HBox(8, Icon.of(state.icon(), state.style()), text);
        line.setUserData(problem.section());
        return line;
    }

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }
}
