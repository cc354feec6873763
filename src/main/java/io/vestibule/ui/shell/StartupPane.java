package io.vestibule.ui.shell;

import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.ProblemPane;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shown until the database is open, or with the reason why it cannot be opened.
public final class StartupPane {

    private StartupPane() {}

    public static Node waiting(Strings strings) {
        var title = new Label(strings.text("ui.shell.name"));
        title.getStyleClass().add("screen-title");
        var bar = new ProgressBar();
        bar.setMaxWidth(240);
        bar.setAccessibleText(strings.text("ui.shell.opening"));
        var words = new Label(strings.text("ui.shell.opening"));
        words.getStyleClass().add("quiet");
        return centred(title, bar, words);
    }

    public static Node failed(Strings strings, Problem problem) {
        var pane = new ProblemPane(strings, strings.problem(problem), "");
        pane.setMaxWidth(560);
        var close = Buttons.primary(new Command(strings.text("ui.close"), "mdi2c-close", Platform::exit));
        close.setDefaultButton(true);
        return centred(pane, close);
    }

    /// A problem with ways out of it.
    ///
    /// @param ways the buttons and what they do, below the problem
    public static Node failed(Strings strings, Problem problem, Node ways) {
        var pane = new ProblemPane(strings, strings.problem(problem), "");
        pane.setMaxWidth(560);
        return centred(pane, ways);
    }

    private static Node centred(Node... nodes) {
        var column = new VBox(16, nodes);
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(600);
        return new StackPane(column);
    }
}
