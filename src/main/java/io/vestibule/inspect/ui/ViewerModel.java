package io.vestibule.inspect.ui;

import io.vestibule.base.Problem;
import io.vestibule.inspect.Check;
import io.vestibule.inspect.PhotoChecks;
import io.vestibule.inspect.Sight;
import io.vestibule.ui.Work;
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
    private static final Set<Check> OFFERED =
            EnumSet.of(Check.FACES, Check.EQUIPMENT, Check.MODERATION, Check.TEXT, Check.LABELS, Check.CUSTOM_LABELS);

    private final PhotoChecks checks;
    private final byte[] photo;
    private final String subject;
    private final Work work;
    private final ObservableMap<Check, Sight> sights = FXCollections.observableHashMap();
    private final BooleanProperty marks = new SimpleBooleanProperty(this, "marks");
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking");
    private final ObjectProperty<Optional<Check>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(this, "problem", Optional.empty());

    /// @param photo JPEG as it is kept
    /// @param subject id of the photo, for the log
    public ViewerModel(PhotoChecks checks, byte[] photo, String subject, Work work) {
        this.checks = checks;
        this.photo = photo;
        this.subject = subject;
        this.work = work;
    }

    byte[] photo() {
        return photo;
    }

    /// What can be asked of this photo now.
    List<Check> offered() {
        return checks.on().stream().filter(OFFERED::contains).toList();
    }

    boolean offers(Check check) {
        return offered().contains(check);
    }

    /// Whether the engine in use cannot do something of what others can.
    boolean lacks() {
        return OFFERED.stream().anyMatch(check -> checks.state(check) == PhotoChecks.State.NOT_HERE);
    }

    /// Whether something could be asked that nobody switched on.
    boolean hasMore() {
        return OFFERED.stream().anyMatch(check -> checks.state(check) == PhotoChecks.State.OFF);
    }

    /// What was found, by what was asked.
    ObservableMap<Check, Sight> sights() {
        return sights;
    }

    /// Whether box, points and direction of the face lie over the photo.
    BooleanProperty marks() {
        return marks;
    }

    BooleanProperty asking() {
        return asking;
    }

    /// Which of the further answers is shown.
    ObjectProperty<Optional<Check>> chosen() {
        return chosen;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Shows or hides what lies over the photo; the first time, the service is asked.
    void toggleMarks() {
        if (marks.get()) {
            marks.set(false);
        } else if (offers(Check.FACES)) {
            ask(Check.FACES, () -> marks.set(true));
        }
    }

    /// Shows what one further check finds.
    void look(Check check) {
        if (offers(check)) {
            ask(check, () -> chosen.set(Optional.of(check)));
        }
    }

    private void ask(Check check, Runnable then) {
        if (sights.containsKey(check)) {
            then.run();
            return;
        }
        if (asking.get()) {
            return;
        }
        asking.set(true);
        problem.set(Optional.empty());
        work.quietly(
                () -> checks.look(check, photo, subject),
                found -> {
                    asking.set(false);
                    sights.put(check, found);
                    then.run();
                },
                wrong -> {
                    asking.set(false);
                    problem.set(Optional.of(wrong));
                });
    }
}
