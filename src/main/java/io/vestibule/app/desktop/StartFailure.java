package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.setup.RecoveryFlow.Damage;
import io.vestibule.setup.ui.RecoveryPane;
import io.vestibule.setup.ui.RecoveryPane.Exits;
import io.vestibule.setup.ui.UnlockPane;
import io.vestibule.ui.shell.StartupPane;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Shows why the program could not start, with the ways out. FX thread.
final class StartFailure {

    private final ScreenContext screenContext;
    private final Consumer<Path> otherFolder;
    private final Consumer<Node> shown;

    /// @param otherFolder opens another data folder instead
    /// @param shown replaces the content of the window
    StartFailure(ScreenContext screenContext, Consumer<Path> otherFolder, Consumer<Node> shown) {
        this.screenContext = screenContext;
        this.otherFolder = otherFolder;
        this.shown = shown;
    }

    /// The data folder itself cannot be opened.
    void show(Problem problem, Runnable retry) {
        show(
                problem,
                pane(Optional.empty(), retry, retry, other -> show(other, retry))
                        .showGeneral());
    }

    /// Something in the data folder cannot be used. The problem is shown at once, what can be done about it as
    /// soon as the files were examined.
    void show(Application application, Problem problem, Runnable retry) {
        if (isLocked(problem)) {
            show(problem, unlock(application, retry).askPassphrase());
            return;
        }
        if (problem.code().equals("settings.key-missing") || problem.code().equals("settings.keyring-unavailable")) {
            show(problem, unlock(application, retry).askRecoveryKey());
            return;
        }
        var pane = pane(
                Optional.of(() -> application.recovery().writeSupportBundle(problem.code())),
                retry,
                () -> otherFolder.accept(application.storage().folder().path()),
                other -> show(application, other, retry));
        show(problem, pane.showGeneral());
        if (problem.code().startsWith("store.")) {
            screenContext
                    .work()
                    .runUnlisted(
                            () -> application.recovery().flow().examine(),
                            damage -> damage.ifPresent(found -> show(application, pane, found)),
                            _ -> {}); // the general ways are shown already
        }
    }

    private static boolean isLocked(Problem problem) {
        return problem.code().equals("settings.passphrase-needed")
                || problem.code().equals("settings.passphrase-wrong");
    }

    private UnlockPane unlock(Application application, Runnable retry) {
        return new UnlockPane(
                screenContext.strings(),
                screenContext.work(),
                new UnlockPane.Actions(
                        application.storage()::unlock,
                        application.storage()::recoverKey,
                        retry,
                        this::chooseFolder,
                        Platform::exit));
    }

    private void show(Application application, RecoveryPane pane, Damage damage) {
        show(damage.fault().problem(), pane.show(application.recovery().flow(), damage));
    }

    private void show(Problem problem, Node ways) {
        var scroll = new ScrollPane(StartupPane.failed(screenContext.strings(), problem, ways));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        shown.accept(scroll);
    }

    private RecoveryPane pane(
            Optional<Callable<Path>> bundle, Runnable retry, Runnable reopen, Consumer<Problem> failed) {
        return new RecoveryPane(
                screenContext.strings(),
                screenContext.work(),
                new Exits(retry, reopen, this::chooseFolder, bundle, Platform::exit),
                failed);
    }

    private void chooseFolder() {
        screenContext
                .files()
                .folder(screenContext.strings().text("setup.recovery.folder"))
                .ifPresent(otherFolder);
    }
}
