package io.vestibule.ui.control;

import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A problem in full: what happened, what it means, what to do, and the code to quote, small. Shown in a screen or in
/// an [Overlay].
public final class ProblemPane extends VBox {

    private final Strings strings;

    /// @param details further facts for support, one per line, without names; copied along with the text
    public ProblemPane(Strings strings, ProblemText words, String details) {
        this.strings = strings;
        getStyleClass().add("problem-pane");
        Label what = wrapped(words.summary(), "problem-what");
        what.setGraphic(Icon.of("mdi2a-alert-circle", "state-refused"));
        Label code = new Label(strings.text("ui.problem.code", words.code()));
        code.getStyleClass().add("hint");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(code, gap, copyButton(words, details));
        foot.getStyleClass().add("problem-foot");
        getChildren()
                .addAll(
                        what,
                        wrapped(words.explanation(), "problem-means"),
                        wrapped(words.advice(), "problem-advice"),
                        foot);
    }

    private Button copyButton(ProblemText words, String details) {
        Button copy = new Button(strings.text("ui.problem.copy"), Icon.of("mdi2c-content-copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(asText(words, details));
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(strings.text("ui.problem.copied"));
        });
        return copy;
    }

    private static String asText(ProblemText words, String details) {
        return String.join("\n", words.summary(), words.explanation(), words.advice(), words.code(), details)
                .strip();
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
