package io.vestibule.setup.ui;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraSource;
import io.vestibule.capture.CapturePlan;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The camera: which one, how many photos are taken, and whether a sound is played.
public final class CameraCard extends SettingsCard {

    private final CameraModel model;
    private final Strings strings;
    private final FilePicker files;

    public CameraCard(CameraModel model, FilePicker files) {
        super(model.strings().text("setup.camera.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        this.files = files;
        var sources = choices(CameraSource.values(), "camera-source-", model.source(), model::choose, this::source);
        sources.setDisable(model.isLocked());
        var body = new VBox(
                12,
                model.isLocked() ? new VBox(4, sources, note(strings.text("setup.settings.fixed"))) : sources,
                shownFor(CameraSource.WEBCAM, webcam()),
                shownFor(CameraSource.NETWORK, network()),
                shownFor(CameraSource.FOLDER, folder()),
                shownFor(CameraSource.RECORDING, recording()),
                shownFor(CameraSource.SAMPLE, note(strings.text("setup.camera.sample-note"))),
                shownFor(CameraSource.NONE, note(strings.text("setup.camera.none-note"))),
                Fields.strong(strings.text("setup.camera.plan")),
                choices(CapturePlan.values(), "live-plan-", model.plan(), model::choosePlan, this::plan),
                sound());
        body.disableProperty().bind(model.mayChange().not());
        getChildren().addAll(body, problemLabel(model));
    }

    private String source(CameraSource source) {
        return strings.constant("setup.camera.source", source);
    }

    private String plan(CapturePlan plan) {
        return strings.constant("setup.camera.plan", plan);
    }

    private static <E extends Enum<E>> FlowPane choices(
            E[] values, String id, ObjectProperty<E> chosen, Consumer<E> choose, Function<E, String> words) {
        var group = new ToggleGroup();
        var row = new FlowPane(16, 8);
        for (E value : values) {
            var button = new RadioButton(words.apply(value));
            button.setId(id + value);
            button.setToggleGroup(group);
            button.setOnAction(_ -> choose.accept(value));
            chosen.subscribe(now -> {
                if (now == value) {
                    button.setSelected(true);
                }
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node shownFor(CameraSource source, Node node) {
        node.visibleProperty().bind(Bindings.equal(model.source(), source));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Node webcam() {
        var box = new ComboBox<>(model.webcams());
        box.setId("camera-device");
        box.setPromptText(strings.text("setup.camera.webcam-none"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(CameraDevice device) {
                return device == null ? "" : device.name();
            }

            @Override
            public CameraDevice fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        model.webcams().addListener((ListChangeListener<CameraDevice>)
                _ -> model.chosen().ifPresent(box::setValue));
        box.valueProperty().subscribe(device -> {
            if (device != null) {
                model.useWebcam(device);
            }
        });
        var field = new LabelledField<>(strings.text("setup.camera.webcam"), box);
        field.hint(strings.text("setup.camera.webcam-hint"));
        HBox.setHgrow(field, Priority.ALWAYS);
        return Fields.besideField(
                field,
                Buttons.of(new Command(strings.text("setup.camera.look"), "mdi2r-refresh", model::refreshWebcams)));
    }

    private Node network() {
        var address = Fields.line(strings.text("setup.camera.address"), model.address(), model::validateAddress);
        address.hint(strings.text("setup.camera.address-hint"));
        address.control().setId("camera-address");
        var user = Fields.line(strings.text("setup.camera.user"), model.user(), _ -> Optional.empty());
        user.control().setId("camera-user");
        var secret = new PasswordField();
        secret.setId("camera-password");
        secret.textProperty().bindBidirectional(model.password());
        var password = new LabelledField<TextField>(strings.text("setup.camera.password"), secret);
        password.hint(strings.text("setup.camera.password-hint"));
        var readable = new CheckBox(strings.text("setup.camera.readable"));
        readable.setId("camera-readable");
        readable.setWrapText(true);
        readable.selectedProperty().bindBidirectional(model.readable());
        readable.visibleProperty()
                .bind(model.address().map(model::readableByOthers).orElse(false));
        readable.managedProperty().bind(readable.visibleProperty());
        var use = Buttons.of(new Command(strings.text("setup.camera.use"), "mdi2c-check", () -> {
            if (address.validate()) {
                model.useNetwork();
            }
        }));
        use.setId("camera-use");
        for (var field : List.of(user, password)) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(0); // so that both get the same width
        }
        return new VBox(8, address, new HBox(12, user, password), readable, use);
    }

    private Node folder() {
        var path = Fields.line(strings.text("setup.camera.folder"), model.folder(), _ -> Optional.empty());
        path.hint(strings.text("setup.camera.folder-hint"));
        path.control().setId("camera-folder");
        path.control().setEditable(false);
        HBox.setHgrow(path, Priority.ALWAYS);
        var choose = Buttons.of(new Command(
                strings.text("setup.camera.folder-choose"),
                "mdi2f-folder-open-outline",
                () -> files.folder(strings.text("setup.camera.folder-choose"))
                        .ifPresent(found -> model.useFolder(found.toString()))));
        return Fields.besideField(path, choose);
    }

    private Node recording() {
        var path = Fields.line(strings.text("setup.camera.recording"), model.recording(), _ -> Optional.empty());
        path.hint(strings.text("setup.camera.recording-hint"));
        path.control().setId("camera-recording");
        path.control().setEditable(false);
        HBox.setHgrow(path, Priority.ALWAYS);
        var kind = new FilePicker.FileType(
                strings.text("setup.camera.recordings"), List.of("*.mp4", "*.mov", "*.mkv", "*.avi", "*.m4v"));
        var choose = Buttons.of(new Command(
                strings.text("setup.camera.recording-choose"),
                "mdi2f-filmstrip",
                () -> files.files(strings.text("setup.camera.recording-choose"), kind).stream()
                        .findFirst()
                        .ifPresent(found -> model.useRecording(found.toString()))));
        return Fields.besideField(path, choose);
    }

    private Node sound() {
        var box = new CheckBox(strings.text("setup.camera.sound"));
        box.setId("live-sound");
        box.selectedProperty().bindBidirectional(model.sound());
        box.setOnAction(_ -> model.sound(box.isSelected()));
        return box;
    }

    private static Label note(String words) {
        return Fields.wrapped(words, "quiet");
    }
}
