package io.vestibule.rules.ui;

import io.vestibule.photo.Pixels;
import io.vestibule.rules.rehearse.RehearsalScenario;
import io.vestibule.rules.rehearse.RehearseFlow;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.PictureInput;
import io.vestibule.ui.StillView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.vms.Channel;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A rehearsal: from a picture, a camera and a time to every step up to the alert, or to the first failure.
final class RehearsePane extends HBox {

    private static final double WIDE = 900;
    private static final double TALL = 520;

    private final RehearseModel model;
    private final Strings strings;
    private final ZoneId zone;
    private final ZonedDateTime now;
    private final ComboBox<Long> camera = new ComboBox<>();
    private final ComboBox<String> event = new ComboBox<>();
    private final DatePicker date;
    private final ComboBox<LocalTime> time = new ComboBox<>();
    private final Slider threshold;
    private final Label figure = new Label();
    private final FlowPane sources = new FlowPane(8, 8);
    private final StackPane right;
    private final TracePane trace;
    private final VBox result;

    RehearsePane(RehearseModel model, RulesModel rules, FilePicker files, RehearseFlow flow) {
        super(24);
        this.model = model;
        this.strings = rules.strings();
        this.zone = model.draft().timetable().zone();
        this.now = rules.port().now().atZone(zone);
        this.date = new DatePicker(now.toLocalDate());
        this.threshold = new Slider(
                flow.faceSearch().minSimilarity(), 100, flow.faceSearch().defaultThreshold());
        this.trace = new TracePane(model, rules);
        this.result = new VBox(16, new RecordingPane(model.recording, rules, files), trace);
        result.setMinWidth(0);
        this.right = new StackPane(result);
        source("rules.rehearse-photo", "mdi2i-image-outline", _ -> choose(files));
        rules.port()
                .still()
                .ifPresent(still -> source("rules.rehearse-webcam", "mdi2w-webcam", button -> look(still, button)));
        source("rules.rehearse-recording", "mdi2f-filmstrip", _ -> chooseRecording(files));
        source("rules.rehearse-sample", "mdi2a-account-box-outline", _ -> model.file(flow::sample));
        fill(rules);
        VBox left = new VBox(
                12,
                labelled("rules.rehearse-picture", sources),
                running(),
                labelled("rules.rehearse-camera", camera),
                labelled("rules.rehearse-event", event),
                labelled("rules.rehearse-time", new HBox(8, date, time)),
                labelled("rules.rehearse-threshold", new HBox(8, threshold, figure)),
                RuleCard.wrapped(strings.text("rules.threshold-note"), "hint"));
        left.setPrefWidth(300);
        left.setMinWidth(300);
        HBox.setHgrow(threshold, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setAlignment(Pos.TOP_LEFT);
        right.setMinWidth(0);
        getChildren().addAll(left, right);
        setPrefSize(WIDE, TALL);
        situation();
    }

    Node focus() {
        return sources;
    }

    private void source(String key, String icon, Consumer<Button> action) {
        Button[] made = new Button[1];
        made[0] = Buttons.of(new Command(strings.text(key), icon, () -> action.accept(made[0])));
        sources.getChildren().add(made[0]);
    }

    /// The live picture replaces the result until a picture is taken or the camera is cancelled.
    private void look(StillView<Pixels> camera, Button button) {
        right.getChildren().setAll(camera.node());
        camera.open(taken -> {
            right.getChildren().setAll(result);
            button.requestFocus();
            taken.ifPresent(model::still);
        });
        camera.initialFocus().requestFocus();
    }

    private void fill(RulesModel rules) {
        List<Long> cameras = rules.picture()
                .map(seen -> seen.cameras().stream().map(Channel::id).toList())
                .orElse(model.draft().cameras());
        RuleFormatter words = new RuleFormatter(strings, List.of(), rules.picture());
        camera.getItems().setAll(cameras);
        camera.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Long id) {
                return id == null ? "" : words.camera(id);
            }

            @Override
            public Long fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        model.draft().cameras().stream()
                .findFirst()
                .ifPresentOrElse(
                        camera::setValue, () -> camera.getSelectionModel().selectFirst());
        event.getItems()
                .setAll(rules.picture()
                        .map(seen -> seen.aliases())
                        .orElse(model.draft().eventAliases()));
        model.draft().eventAliases().stream()
                .findFirst()
                .ifPresentOrElse(
                        event::setValue, () -> event.getSelectionModel().selectFirst());
        time.getItems()
                .setAll(IntStream.range(0, 96)
                        .mapToObj(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter))
                        .toList());
        time.setValue(now.toLocalTime()
                .withMinute(now.getMinute() / 15 * 15)
                .withSecond(0)
                .withNano(0));
        time.setPrefWidth(100);
        date.setPrefWidth(150);
        camera.setMaxWidth(Double.MAX_VALUE);
        event.setMaxWidth(Double.MAX_VALUE);
        time.setAccessibleText(strings.text("rules.rehearse-time"));
        date.setAccessibleText(strings.text("rules.rehearse-date"));
        threshold.setAccessibleText(strings.text("rules.rehearse-threshold"));
        figure.setMinWidth(56);
        camera.valueProperty().addListener((_, _, _) -> situation());
        event.valueProperty().addListener((_, _, _) -> situation());
        date.valueProperty().addListener((_, _, _) -> situation());
        time.valueProperty().addListener((_, _, _) -> situation());
        threshold.valueProperty().addListener((_, _, _) -> situation());
        sources.disableProperty().bind(model.busy);
    }

    /// Reserves its place, so that the fields below do not move.
    private HBox running() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress);
        bar.setAccessibleText(strings.text("rules.rehearsing"));
        HBox row =
                new HBox(8, bar, Buttons.of(new Command(strings.text("rules.cancel"), "mdi2c-close", model::cancel)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.busy);
        return row;
    }

    private void situation() {
        figure.setText(strings.text("rules.percent", threshold.getValue()));
        Optional<Long> at = Optional.ofNullable(camera.getValue());
        Optional<String> reported = Optional.ofNullable(event.getValue());
        Optional<LocalDate> day = Optional.ofNullable(date.getValue());
        model.situation.set(at.flatMap(id -> reported.flatMap(
                name -> day.map(on -> new RehearsalScenario(id, name, instant(on), (float) threshold.getValue())))));
    }

    private Instant instant(LocalDate on) {
        return on.atTime(time.getValue()).atZone(zone).toInstant();
    }

    private void choose(FilePicker files) {
        FilePicker.FileType pictures = PictureInput.kind(strings.text("rules.pictures"));
        files.files(strings.text("rules.rehearse-photo"), pictures).stream()
                .findFirst()
                .ifPresent(file -> model.file(() -> Files.readAllBytes(file)));
    }

    private void chooseRecording(FilePicker files) {
        FilePicker.FileType recordings = new FilePicker.FileType(
                strings.text("rules.recordings"), List.of("*.mp4", "*.mov", "*.mkv", "*.avi", "*.m4v"));
        files.files(strings.text("rules.rehearse-recording"), recordings).stream()
                .findFirst()
                .ifPresent(model.recording::open);
    }

    private VBox labelled(String key, Node control) {
        Label label = new Label(strings.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        if (control instanceof ComboBox<?> box) {
            box.setAccessibleText(label.getText());
        }
        return new VBox(4, label, control);
    }
}
