package io.vestibule.rules.ui;

import io.vestibule.rules.ui.holiday.HolidaysModel;
import io.vestibule.rules.ui.holiday.HolidaysPane;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Overlay;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What the Rules screen shows above itself: the holiday calendar, and lists of what was not done.
final class RulesOverlays {

    private static final double REPORT_WIDTH = 560;
    private static final double REPORT_HEIGHT = 260;

    private final RulesModel model;
    private final Overlay overlay;
    private final Strings strings;

    RulesOverlays(RulesModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.strings = model.strings();
    }

    /// @param title key of the title
    void showSentences(String title, List<String> sentences) {
        VBox lines = new VBox(8);
        sentences.forEach(sentence -> lines.getChildren().add(RuleCard.wrapped(sentence)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(REPORT_WIDTH, REPORT_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        overlay.show(strings.text(title), scroll);
    }

    void calendar() {
        List<HolidaysModel.Choice> choices = model.own().stream()
                .map(row -> new HolidaysModel.Choice(
                        row.entry().local().orElseThrow().id(), row.name()))
                .toList();
        HolidaysPane calendar = new HolidaysPane(new HolidaysModel(
                () -> model.parts().related().holidays(),
                choices,
                model.mayManage(),
                model.work(),
                strings,
                model.port()::now,
                new HolidaysModel.HolidayCallbacks(model::refresh, model::failed)));
        overlay.show(strings.text("rules.holidays"), calendar, calendar.first(), () -> {});
    }
}
