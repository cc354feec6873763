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

/// One photo large, and what was found in it so far. Each check is asked once at most, and only when somebody asks.
/// FX thread.
public final class ViewerModel {

    /// Of one photo that is kept; the others look at photos as they are taken in.
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

    /// @param photo JPEG as it is kept
    /// @param subject id of the photo, for the log
    public ViewerModel(PhotoInspector checks, byte[] photo, String subject, TaskRunner taskRunner) {
        this.checks = checks;
        this.photo = photo;
        this.subject = subject;
        this.taskRunner = taskRunner;
    }

    byte[] photo() {
        return photo;
    }

    /// What can be asked of this photo now.
    List<InspectionKind> offered() {
        return checks.enabledChecks().stream().filter(OFFERED::contains).toList();
    }

    boolean offers(InspectionKind inspectionKind) {
        return offered().contains(inspectionKind);
    }

    /// Whether the engine in use cannot do something of what others can.
    boolean lacks() {
        return OFFERED.stream()
                .anyMatch(inspectionKind -> checks.state(inspectionKind) == PhotoInspector.State.NOT_HERE);
    }

    /// Whether something could be asked that nobody switched on.
    boolean hasMore() {
        return OFFERED.stream().anyMatch(inspectionKind -> checks.state(inspectionKind) == PhotoInspector.State.OFF);
    }

    /// What was found, by what was asked.
    ObservableMap<InspectionKind, InspectionResult> results() {
        return results;
    }

    /// Whether box, points and direction of the face lie over the photo.
    BooleanProperty overlayVisible() {
        return overlayVisible;
    }

    BooleanProperty asking() {
        return asking;
    }

    /// Which of the further answers is shown.
    ObjectProperty<Optional<InspectionKind>> chosen() {
        return chosen;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Shows or hides what lies over the photo; the first time, the service is asked.
    void toggleOverlay() {
        if (overlayVisible.get()) {
            overlayVisible.set(false);
        } else if (offers(InspectionKind.FACES)) {
            ask(InspectionKind.FACES, () -> overlayVisible.set(true));
        }
    }

    /// Shows what one further check finds.
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
