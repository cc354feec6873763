package io.vestibule.rules.ui;

import io.vestibule.rules.rehearse.recording.TimeLine;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The time line of a recording: a lane for each person, one for faces of nobody known. Hidden without a recording.
final class RecordingPane extends VBox {

    private static final double TALL = 170;

    private final RecordingModel model;
    private final Strings strings;
    private final FilePicker files;

    RecordingPane(RecordingModel model, RulesModel rules, FilePicker files) {
        super(8);
        this.model = model;
        this.strings = rules.strings();
        this.files = files;
        setMinWidth(0);
        model.arrangement.subscribe(_ -> show());
        model.offer.subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        model.offer.get().ifPresent(this::showOffer);
        model.arrangement.get().ifPresent(shown -> showTimeLine(shown.timeLine()));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void showOffer(RecordingModel.Offer offer) {
        int faces = offer.scan().faces().size();
        getChildren()
                .addAll(
                        RuleCard.wrapped(strings.text("rules.recording-offer", faces, offer.price())),
                        Buttons.primary(new Command(
                                strings.text("rules.recording-search", faces), "mdi2a-account-search", model::accept)));
    }

    private void showTimeLine(TimeLine timeLine) {
        long appearances = timeLine.lanes().stream()
                .mapToLong(lane -> lane.appearances().size())
                .sum();
        Label found = RuleCard.wrapped(
                strings.text("rules.recording-found", appearances, clock(timeLine.length())), "card-title");
        HBox head = new HBox(8, found);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(found, Priority.ALWAYS);
        found.setMaxWidth(Double.MAX_VALUE);
        if (timeLine.lanes().stream().anyMatch(lane -> lane.userId().isPresent())) {
            head.getChildren()
                    .add(Buttons.of(new Command(
                            strings.text("rules.recording-export"), "mdi2f-file-export-outline", this::export)));
        }
        getChildren().add(head);
        if (appearances > 0) {
            VBox lanes = new VBox(4);
            timeLine.lanes().forEach(lane -> lanes.getChildren().add(new LanePane(lane, timeLine, model, strings)));
            ScrollPane scroll = new ScrollPane(lanes);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("edge-to-edge");
            scroll.setMaxHeight(TALL);
            scroll.setMinHeight(Math.min(TALL, 39 * timeLine.lanes().size()));
            getChildren().addAll(scroll, scale(timeLine.length()));
        }
        getChildren()
                .addAll(
                        RuleCard.wrapped(strings.text("rules.recording-begin"), "hint"),
                        RuleCard.wrapped(strings.text("rules.recording-kept"), "hint"));
    }

    private static HBox scale(Duration length) {
        Region before = new Region();
        before.setMinWidth(LanePane.NAME + 8);
        Label begin = new Label(clock(Duration.ZERO));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label end = new Label(clock(length));
        List.of(begin, end).forEach(label -> label.getStyleClass().add("hint"));
        return new HBox(before, begin, between, end);
    }

    static String clock(Duration at) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    private void export() {
        files.saveAs(
                        strings.text("rules.recording-export"),
                        strings.text("rules.recording-file"),
                        new FilePicker.FileType("CSV", List.of("*.csv")))
                .ifPresent(model::export);
    }
}
