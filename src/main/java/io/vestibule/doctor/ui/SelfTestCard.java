package io.vestibule.doctor.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// On the Collection page: what the last gallery self-test found, and the way to its page.
public final class SelfTestCard extends VBox {

    private final SelfTestModel model;
    private final Label verdict = new Label();
    private final Label when = new Label();
    private final Button open;

    /// @param opened opens the page
    public SelfTestCard(SelfTestModel model, Runnable opened) {
        this.model = model;
        var strings = model.strings();
        getStyleClass().add("card-pane");
        var title = new Label(strings.text("doctor.self-test.card"));
        title.getStyleClass().add("card-title");
        var about = new Label(strings.text("doctor.self-test.about"));
        about.getStyleClass().add("quiet");
        when.getStyleClass().add("hint");
        for (var label : List.of(about, verdict, when)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        verdict.setGraphicTextGap(8);
        open = Buttons.of(new Command(strings.text("doctor.self-test.open"), "mdi2a-account-search-outline", opened));
        getChildren().addAll(title, about, verdict, when, open);
        model.result.subscribe(this::show);
    }

    /// Where the focus is when the page is closed.
    public Button opener() {
        return open;
    }

    private void show(Optional<SelfTestModel.Result> known) {
        var words = new SelfTestText(model.strings());
        var state = known.map(SelfTestCard::state).orElse(State.WAITING);
        verdict.setGraphic(Icon.of(state.icon(), state.style()));
        verdict.setText(known.map(result -> words.mistaken(result.report()))
                .orElseGet(() -> model.strings().text("doctor.self-test.never")));
        when.setText(known.map(result -> words.when(result.report())).orElse(""));
        when.setManaged(known.isPresent());
    }

    static State state(SelfTestModel.Result result) {
        var report = result.report();
        return report.mistaken(report.threshold()) <= report.tolerated() * report.faces() ? State.DONE : State.LOOK;
    }
}
