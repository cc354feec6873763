package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.setup.CameraFlow;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The source of the live picture, and how photos are taken. A typed password is cleared once it is saved.
public final class CameraModel extends SettingsCardModel {

    private final CameraFlow flow;
    private final ObjectProperty<CameraSource> source = new SimpleObjectProperty<>(CameraSource.WEBCAM);
    private final ObjectProperty<CapturePlan> plan = new SimpleObjectProperty<>(CapturePlan.STANDARD);
    private final BooleanProperty sound = new SimpleBooleanProperty(false);
    private final ObservableList<CameraDevice> webcams = FXCollections.observableArrayList();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty readable = new SimpleBooleanProperty(false);
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty recording = new SimpleStringProperty("");

    public CameraModel(CameraFlow flow, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
    }

    @Override
    public void refresh() {
        super.refresh();
        source.set(flow.get(CameraKeys.SOURCE));
        plan.set(flow.get(CaptureKeys.PLAN));
        sound.set(flow.get(CaptureKeys.SOUND));
        address.set(flow.get(CameraKeys.ADDRESS));
        user.set(flow.get(CameraKeys.USER));
        readable.set(flow.get(CameraKeys.READABLE));
        folder.set(flow.get(CameraKeys.FOLDER));
        recording.set(flow.get(CameraKeys.RECORDING));
        password.set("");
        refreshWebcams();
    }

    /// Reloads the list of webcams.
    void refreshWebcams() {
        work().runUnlisted(flow::webcams, this::offer, _ -> offer(List.of()));
    }

    private void offer(List<CameraDevice> found) {
        webcams.setAll(found);
    }

    ObjectProperty<CameraSource> source() {
        return source;
    }

    ObjectProperty<CapturePlan> plan() {
        return plan;
    }

    BooleanProperty sound() {
        return sound;
    }

    ObservableList<CameraDevice> webcams() {
        return webcams;
    }

    StringProperty address() {
        return address;
    }

    StringProperty user() {
        return user;
    }

    StringProperty password() {
        return password;
    }

    BooleanProperty readable() {
        return readable;
    }

    StringProperty folder() {
        return folder;
    }

    StringProperty recording() {
        return recording;
    }

    boolean isLocked() {
        return flow.isLocked(CameraKeys.SOURCE);
    }

    /// The preferred webcam, if it is connected.
    Optional<CameraDevice> chosen() {
        var id = flow.get(CameraKeys.DEVICE);
        return webcams.stream().filter(device -> device.id().equals(id)).findFirst();
    }

    void choose(CameraSource wanted) {
        source.set(wanted);
        if (wanted != flow.get(CameraKeys.SOURCE)) {
            save(() -> flow.choose(wanted), _ -> {});
        }
    }

    void useWebcam(CameraDevice device) {
        if (!device.id().equals(flow.get(CameraKeys.DEVICE))) {
            save(() -> flow.useWebcam(device.id()), _ -> {});
        }
    }

    void useFolder(String path) {
        folder.set(path);
        save(() -> flow.useFolder(path), _ -> {});
    }

    void useRecording(String path) {
        recording.set(path);
        save(() -> flow.useRecording(path), _ -> {});
    }

    void choosePlan(CapturePlan wanted) {
        plan.set(wanted);
        if (wanted != flow.get(CaptureKeys.PLAN)) {
            save(() -> flow.choosePlan(wanted), _ -> {});
        }
    }

    void sound(boolean on) {
        if (on != flow.get(CaptureKeys.SOUND)) {
            save(() -> flow.sound(on), _ -> {});
        }
    }

    /// Validation message for a typed address; empty if it is valid.
    Optional<String> validateAddress(String typed) {
        return NetworkAddress.parse(typed).isPresent()
                ? Optional.empty()
                : Optional.of(strings().text("setup.camera.address-wrong"));
    }

    /// Whether others on the network could read the traffic of that address.
    boolean readableByOthers(String typed) {
        return NetworkAddress.parse(typed)
                .filter(known -> known.privacy() == NetworkAddress.Privacy.READABLE_BY_OTHERS)
                .isPresent();
    }

    /// Saves the network camera as typed, and uses it.
    void useNetwork() {
        var where = address.get().strip();
        if (readableByOthers(where) && !readable.get()) {
            clearStatus();
            problem().set(strings().text("setup.camera.readable-first"));
            return;
        }
        var who = user.get().strip();
        var secret = password.get().toCharArray();
        boolean accepted = readable.get();
        save(() -> flow.useNetwork(where, who, secret, accepted), _ -> password.set(""));
    }
}
