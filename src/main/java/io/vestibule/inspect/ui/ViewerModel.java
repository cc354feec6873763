package io.vestibule.inspect.ui;

import io.vestibule.base.Problem;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.inspect.InspectionResult;
import io.vestibule.inspect.PhotoInspector;
import io.vestibule.ui.TaskRunner;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// One large photo and the results of its checks so far. Each check runs at most once, and only when the operator
/// requests it. FX thread only.
public final class ViewerModel {

    /// Checks that the viewer offers for one stored photo: all but the comparison, which needs two pictures.
    private static final Set<InspectionKind> OFFERED = EnumSet.of(
            InspectionKind.FACES,
            InspectionKind.EQUIPMENT,
            InspectionKind.MODERATION,
            InspectionKind.TEXT,
            InspectionKind.LABELS,
            InspectionKind.CUSTOM_LABELS);

    private final PhotoInspector checks;
    private final byte[] photo;
    private final String subject;
    private final TaskRunner taskRunner;
    private final ObservableMap<InspectionKind, InspectionResult> results = FXCollections.observableHashMap();
    private final BooleanProperty overlayVisible = new SimpleBooleanProperty(this, "marks");
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking");
    private final ObjectProperty<Optional<InspectionKind>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(this, "problem", Optional.empty());

    /// @param photo JPEG as it is stored
    /// @param subject id of the photo, for the audit log
    public ViewerModel(PhotoInspector checks, byte[] photo, String subject, TaskRunner taskRunner) {
        this.checks = checks;
        this.photo = photo;
        this.subject = subject;
        this.taskRunner = taskRunner;
    }

    byte[] photo() {
        return photo;
    }

    /// The checks that can be run on this photo now.
    List<InspectionKind> offered() {
        return checks.enabledChecks().stream().filter(OFFERED::contains).toList();
    }

    boolean offers(InspectionKind inspectionKind) {
        return offered().contains(inspectionKind);
    }

    /// Whether the engine in use lacks a check that another engine supports.
    boolean lacks() {
        return OFFERED.stream()
                .anyMatch(inspectionKind -> checks.state(inspectionKind) == PhotoInspector.State.NOT_HERE);
    }

    /// Whether there is a check that is available but switched off.
    boolean hasMore() {
        return OFFERED.stream().anyMatch(inspectionKind -> checks.state(inspectionKind) == PhotoInspector.State.OFF);
    }

    /// The results by check.
    ObservableMap<InspectionKind, InspectionResult> results() {
        return results;
    }

    /// Whether bounding box, landmarks and direction of the face are shown over the photo.
    BooleanProperty overlayVisible() {
        return overlayVisible;
    }

    BooleanProperty asking() {
        return asking;
    }

    /// Which of the further results is shown.
    ObjectProperty<Optional<InspectionKind>> chosen() {
        return chosen;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Shows or hides the overlay; the first time, the service is called.
    void toggleOverlay() {
        if (overlayVisible.get()) {
            overlayVisible.set(false);
        } else if (offers(InspectionKind.FACES)) {
            ask(InspectionKind.FACES, () -> overlayVisible.set(true));
        }
    }

    /// Shows the result of one further check.
    void inspect(InspectionKind inspectionKind) {
        if (offers(inspectionKind)) {
            ask(inspectionKind, () -> chosen.set(Optional.of(inspectionKind)));
        }
    }

    private void ask(InspectionKind inspectionKind, Runnable then) {
        if (results.containsKey(inspectionKind)) {
            then.run();
            return;
        }
        if (asking.get()) {
            return;
        }
        asking.set(true);
        problem.set(Optional.empty());
        taskRunner.runUnlisted(
                () -> checks.inspect(inspectionKind, photo, subject),
                found -> {
                    asking.set(false);
                    results.put(inspectionKind, found);
                    then.run();
                },
                wrong -> {
                    asking.set(false);
                    problem.set(Optional.of(wrong));
                });
    }
}
