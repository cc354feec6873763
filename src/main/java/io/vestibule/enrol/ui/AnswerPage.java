package io.vestibule.enrol.ui;

import io.vestibule.people.ConsentWording;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page that is turned to the person: the whole text, a field to sign in, and the two answers, which are equally
/// large. It can be answered by mouse, touch, pen and keyboard; only a signature needs a pointer.
final class AnswerPage extends VBox {

    private static final double WIDTH = 720;
    private static final double TEXT = 240;
    private static final double PAD = 110;
    private static final double TARGET = 56;

    private final Strings strings;
    private final ScrollPane text;

    /// @param answered runs when the person has answered
    AnswerPage(ConsentQuestion question, Strings strings, Runnable answered) {
        super(12);
        this.strings = strings;
        Label words = wrapped("answer-text");
        words.setText(question.wording().get().map(ConsentWording::words).orElse(""));
        text = new ScrollPane(words);
        text.setFitToWidth(true);
        text.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        text.setAccessibleText(words.getText());
        text.setMinHeight(TEXT / 2);
        text.setPrefHeight(TEXT);
        VBox.setVgrow(text, Priority.ALWAYS);
        SignaturePad pad = new SignaturePad(strings.text("enrol.answer-sign"));
        pad.setId("enrol-signature");
        pad.setMinHeight(PAD);
        pad.setPrefHeight(PAD);
        Label sign = wrapped("quiet");
        sign.setText(strings.text("enrol.answer-sign"));
        HBox.setHgrow(sign, Priority.ALWAYS);
        sign.setMaxWidth(Double.MAX_VALUE);
        Button clear = Buttons.of(new Command(
                strings.text("enrol.answer-clear"),
                "mdi2e-eraser",
                pad::clear,
                Bindings.createBooleanBinding(() -> pad.signature().get().isPresent(), pad.signature())));
        Button yes = answer("enrol.answer-yes", "mdi2c-check", () -> {
            question.agree(pad.signature().get());
            answered.run();
        });
        yes.disableProperty().unbind();
        yes.disableProperty().bind(question.guardianMissing());
        Button no = answer("enrol.answer-no", "mdi2c-close", () -> {
            question.refuse(pad.signature().get());
            answered.run();
        });
        HBox answers = new HBox(12, yes, no);
        getChildren().setAll(text, new GuardianField(question, strings), new HBox(8, sign, clear), pad, answers);
        setPrefWidth(WIDTH);
    }

    Node first() {
        return text;
    }

    /// Both have the same size and style: neither is recommended.
    private Button answer(String key, String icon, Runnable run) {
        Button button = Buttons.of(new Command(strings.text(key), icon, run));
        button.getStyleClass().add("answer-button");
        button.setMinHeight(TARGET);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(WIDTH / 2);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
