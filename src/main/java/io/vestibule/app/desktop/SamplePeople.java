package io.vestibule.app.desktop;

import io.vestibule.base.Problem;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.ui.SamplesOffer;
import io.vestibule.people.change.Undo;
import io.vestibule.store.ItemLoop;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.control.Banner;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;

/// Offers to try the console with sample people, and to remove them again. FX thread.
final class SamplePeople {

    private final Supplier<SampleFlow> flow;
    private final ScreenContext screenContext;
    private final Runnable changed;
    private final Runnable onShow;
    private final SimpleBooleanProperty empty = new SimpleBooleanProperty(false);
    private final SimpleBooleanProperty present = new SimpleBooleanProperty(false);

    /// @param changed called after they were added or removed
    /// @param onShow shows them
    SamplePeople(Supplier<SampleFlow> flow, ScreenContext screenContext, Runnable changed, Runnable onShow) {
        this.flow = flow;
        this.screenContext = screenContext;
        this.changed = changed;
        this.onShow = onShow;
    }

    SamplesOffer offer() {
        return new SamplesOffer(empty, this::enrol, present, this::remove);
    }

    /// @param noPeople whether no person exists yet
    /// @param samples whether sample people exist
    void show(boolean noPeople, boolean samples) {
        empty.set(noPeople);
        present.set(samples);
    }

    private void enrol() {
        empty.set(false);
        screenContext
                .work()
                .run(
                        screenContext.strings().text("app.samples.enrolling"),
                        () -> flow.get().enrolAll(),
                        _ -> {
                            changed.run();
                            onShow.run();
                        },
                        this::showProblem);
    }

    private void remove() {
        screenContext.work().runUnlisted(() -> flow.get().removeAll(), this::removed, this::showProblem);
    }

    private void removed(List<Undo> removals) {
        changed.run();
        screenContext
                .banners()
                .show(Banner.undoable(
                        screenContext.strings().text("app.samples.removed"),
                        () -> screenContext
                                .work()
                                .runUnlisted(
                                        () -> {
                                            ItemLoop.forEachThenThrow(removals, Undo::undo);
                                            return true;
                                        },
                                        _ -> changed.run(),
                                        this::showProblem)));
    }

    private void showProblem(Problem problem) {
        ProblemText words = screenContext.strings().problem(problem);
        screenContext
                .banners()
                .show(new Banner(
                        Banner.Tone.PROBLEM,
                        words.summary() + " " + words.advice(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
