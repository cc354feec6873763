package io.vestibule.rules.ui;

import io.vestibule.rules.rehearse.FaceSearch;
import io.vestibule.rules.rehearse.recording.Appearance;
import io.vestibule.rules.rehearse.recording.TimeLine;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/// One lane: face and name, and a bar for each appearance at its place in the recording. A bar that would alert is
/// filled.
final class LanePane extends HBox {

    /// Width of the part with the face and the name.
    static final double NAME = 160;

    private static final double FACE = 28;
    private static final double TALL = 24;

    /// A short appearance in a long recording has to be seen and hit.
    private static final double LEAST = 12;

    private final RecordingModel model;
    private final Strings strings;
    private final String name;

    LanePane(TimeLine.Lane lane, TimeLine timeLine, RecordingModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        this.name = lane.userId()
                .map(id -> model.name(id).orElse(strings.text("rules.somebody-unknown")))
                .orElse(strings.text("rules.recording-strangers"));
        FaceTile face = new FaceTile(FACE);
        face.name(name);
        byte[] picture = lane.appearances().getFirst().seen().thumbnail();
        face.show(FaceTile.decode(picture, FACE, null), null);
        Label label = new Label(name);
        label.setTooltip(new Tooltip(name));
        label.setMaxWidth(NAME - FACE - 8);
        HBox who = new HBox(8, face, label);
        who.setAlignment(Pos.CENTER_LEFT);
        who.setMinWidth(NAME);
        who.setMaxWidth(NAME);
        Pane bars = new Pane();
        bars.getStyleClass().add("lane");
        bars.setMinHeight(TALL);
        bars.setMaxHeight(TALL);
        HBox.setHgrow(bars, Priority.ALWAYS);
        lane.appearances().forEach(each -> bars.getChildren().add(bar(each, timeLine.length(), bars)));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(who, bars);
    }

    private Button bar(Appearance appearance, Duration length, Pane bars) {
        boolean alerts =
                model.trace(appearance).map(trace -> trace.wouldAlert()).orElse(false);
        Button bar = new Button();
        bar.getStyleClass().setAll("lane-bar", alerts ? "lane-bar-alert" : "lane-bar-quiet");
        bar.setMinHeight(TALL);
        bar.setMaxHeight(TALL);
        double whole = Math.max(1, length.toMillis());
        double from = appearance.face().from().toMillis() / whole;
        double share =
                (appearance.face().to().toMillis() - appearance.face().from().toMillis()) / whole;
        bar.prefWidthProperty()
                .bind(bars.widthProperty().multiply(share).map(width -> Math.max(LEAST, width.doubleValue())));
        bar.layoutXProperty()
                .bind(bars.widthProperty()
                        .map(width -> Math.max(0, Math.min(from * width.doubleValue(), width.doubleValue() - LEAST))));
        String words = words(appearance, alerts);
        bar.setAccessibleText(words);
        bar.setTooltip(new Tooltip(words));
        bar.setOnAction(_ -> model.choose(appearance));
        return bar;
    }

    private String words(Appearance appearance, boolean alerts) {
        String time = RecordingPane.clock(appearance.face().from());
        String verdict = strings.text(alerts ? "rules.would-fire" : "rules.would-not-fire");
        return appearance.seen().hits().stream()
                .findFirst()
                .map(hit ->
                        strings.text("rules.recording-bar", name, time, similarity(hit), margin(appearance), verdict))
                .orElse(strings.text("rules.recording-bar-nobody", name, time, verdict));
    }

    private String similarity(FaceSearch.Hit hit) {
        return strings.text("rules.percent", (double) hit.similarity());
    }

    private String margin(Appearance appearance) {
        return appearance
                .margin()
                .map(margin -> strings.text("rules.recording-margin", (double) margin))
                .orElse(strings.text("rules.next-none"));
    }
}
