package io.vestibule.rules.ui;

import io.vestibule.rules.DraftProblem;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One card of the builder: its title, its content, and below them the problems of its section.
abstract class RuleCard extends VBox {

    private final Strings strings;
    private final DraftProblem.DraftSection section;
    private final VBox problems = new VBox(4);

    RuleCard(Strings strings, DraftProblem.DraftSection draftSection, String icon, String title) {
        this.strings = strings;
        this.section = draftSection;
        Label head = new Label(title, Icon.of(icon));
        head.getStyleClass().add("card-title");
        head.setGraphicTextGap(8);
        getStyleClass().add("card-pane");
        getChildren().addAll(head, problems);
        hide(problems, true);
    }

    /// Puts content between the title and the problems.
    final void content(Node... nodes) {
        getChildren().addAll(1, List.of(nodes));
    }

    DraftProblem.DraftSection section() {
        return section;
    }

    void problems(List<DraftProblem> all) {
        problems.getChildren()
                .setAll(all.stream()
                        .filter(problem -> problem.section() == section)
                        .map(problem -> line(strings, problem))
                        .toList());
        hide(problems, problems.getChildren().isEmpty());
    }

    static HBox line(Strings strings, DraftProblem problem) {
        ProblemText words = strings.problem(problem.problem());
        Label text = wrapped(words.summary() + " " + words.advice());
        text.setAccessibleHelp(words.explanation());
        State state = problem.blocks() ? State.REFUSED : State.LOOK;
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
