package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.base.Problem;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.Frames;
import io.vestibule.ui.shell.AppWindow;
import io.vestibule.ui.shell.Mode;
import io.vestibule.ui.shell.OpeningPane;
import io.vestibule.ui.shell.Shell;
import io.vestibule.ui.shell.ShellKeys;
import io.vestibule.ui.shell.UncaughtProblems;
import io.vestibule.ui.shell.WindowPlace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The window from its first picture to its last: opening, first run, screens. FX thread.
public final class Desktop {

    /// What takes longer says so.
    private static final Duration PATIENCE = Duration.millis(500);

    private final Stage stage;
    private final Furniture furniture;
    private final StackPane holder = new StackPane();
    private final AppWindow window;
    private WindowPlace place;
    private @Nullable DeskScreens screens;
    private @Nullable Shell shell;

    private Desktop(Stage stage, Furniture furniture, WindowPlace place) {
        this.stage = stage;
        this.furniture = furniture;
        this.place = place;
        this.window = new AppWindow(
                stage,
                furniture.strings().text("ui.shell.name"),
                holder,
                furniture.theme(),
                place,
                left -> this.place = left);
    }

    /// Opens the window on this data folder, and returns when it was closed.
    ///
    /// @param lockingFiles settings that cannot be changed
    public static int run(Path data, List<Path> lockingFiles) {
        return run(data, lockingFiles, _ -> {}, () -> {}, (_, _) -> {});
    }

    /// The same, watched.
    ///
    /// @param begun given the window before anything is in it
    /// @param ready told when the first run is shown, or every screen can be
    /// @param failed told why the folder cannot be opened, with the window that says so
    public static int run(
            Path data,
            List<Path> lockingFiles,
            Consumer<Stage> begun,
            Runnable ready,
            BiConsumer<Stage, Problem> failed) {
        var closed = new CountDownLatch(1);
        var opening = new Opening(lockingFiles);
        opening.begin(data);
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            begun.accept(stage);
            opening.start(stage, data, _ -> ready.run(), problem -> failed.accept(stage, problem));
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        opening.close();
        return 0;
    }

    /// A window whose look and place are those that were chosen last.
    static Desktop on(Stage stage, Furniture furniture, House house) {
        var settings = house.cellar().settings();
        furniture.theme().choiceProperty().set(settings.get(AppKeys.THEME));
        var place = WindowPlace.of(settings.get(AppKeys.WINDOW)).orElse(WindowPlace.DEFAULT);
        return new Desktop(stage, furniture, place);
    }

    /// A window that can only say what went wrong.
    static Desktop failed(Stage stage, Furniture furniture, Problem problem) {
        var desktop = new Desktop(stage, furniture, WindowPlace.DEFAULT);
        desktop.show(OpeningPane.failed(furniture.strings(), problem));
        desktop.window.show();
        desktop.window.showIcons();
        return desktop;
    }

    /// Shows the window at once, and what is in it as soon as the database is open.
    ///
    /// @param ready told when the first run is shown, or every screen can be
    /// @param failed told why it cannot be opened
    void open(House house, Consumer<Desktop> ready, Consumer<Problem> failed) {
        // Words for a moment would only flicker.
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> show(OpeningPane.waiting(furniture.strings())));
        patience.playFromStart();
        window.show();
        furniture
                .work()
                .run(
                        furniture.strings().text("ui.shell.opening"),
                        () -> {
                            house.enter();
                            return house.cellar().people().companies().active().isPresent()
                                    && house.cellar().session().operator().isPresent();
                        },
                        furnished -> {
                            patience.stop();
                            if (furnished) {
                                enter(house, () -> ready.accept(this), failed);
                            } else {
                                window.showIcons();
                                show(new DeskScreens(house, furniture).firstRun(() -> enter(house, () -> {}, failed)));
                                ready.accept(this);
                            }
                        },
                        problem -> {
                            patience.stop();
                            show(OpeningPane.failed(furniture.strings(), problem));
                            failed.accept(problem);
                        });
    }

    /// Shows the screens. The house has a company and somebody at the desk.
    ///
    /// @param ready told when every screen can be opened
    private void enter(House house, Runnable ready, Consumer<Problem> failed) {
        var made = new DeskScreens(house, furniture);
        screens = made;
        var shown = new Shell(furniture.strings(), made.screens(), furniture.banners(), furniture.overlay());
        shell = shown;
        made.connect(shown::open, shown::refresh);
        shown.follow(made.notice());
        new ShellKeys(shown, made::newPerson).install(window.scene());
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtProblems(
                InstantSource.system(), problem -> furniture.work().onScreen(() -> shown.show(problem))));
        show(shown.root());
        shown.open(shown.screens().getFirst());
        shown.hold();
        // So that the first key does not wait for anything.
        Frames.after(Frames.DRAWN + 1, () -> shown.surround(made.statusBar()));
        Frames.after(Frames.DRAWN + 2, () -> prepare(house, made, shown, ready, failed));
    }

    /// What the other screens and the first photo need is made when a name can be typed already.
    private void prepare(House house, DeskScreens made, Shell shown, Runnable ready, Consumer<Problem> failed) {
        window.showIcons();
        furniture
                .work()
                .quietly(
                        () -> {
                            house.prepare();
                            return true;
                        },
                        _ -> {
                            shown.release();
                            ready.run();
                            begin(house, made, shown);
                        },
                        problem -> {
                            show(OpeningPane.failed(furniture.strings(), problem));
                            failed.accept(problem);
                        });
    }

    private void begin(House house, DeskScreens made, Shell shown) {
        furniture
                .work()
                .quietly(
                        () -> {
                            house.begin();
                            return true;
                        },
                        _ -> {
                            made.refresh();
                            made.watchRules();
                            warmUp(house);
                        },
                        shown::show);
    }

    /// The first photo should not pay for loading the models. A failure shows again where they are needed.
    private void warmUp(House house) {
        furniture
                .work()
                .quietly(
                        () -> {
                            house.warmUp();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    public Scene scene() {
        return window.scene();
    }

    public Stage stage() {
        return stage;
    }

    public Furniture furniture() {
        return furniture;
    }

    /// Where the window is, or was when it was closed.
    WindowPlace place() {
        return place;
    }

    public Optional<DeskScreens> screens() {
        return Optional.ofNullable(screens);
    }

    public Optional<Shell> shell() {
        return Optional.ofNullable(shell);
    }

    private void show(Node node) {
        holder.getChildren().setAll(node);
    }

    /// What the status bar says that the console works on.
    ///
    /// @param region of AWS; empty for the embedded engine
    static Mode mode(Furniture furniture, Optional<String> region, String company) {
        if (region.isPresent()) {
            return new Mode(
                    Mode.Kind.CLOUD,
                    furniture.strings().text("app.mode.aws", region.get(), company),
                    furniture.strings().text("app.mode.aws.means"));
        }
        return new Mode(
                Mode.Kind.EMBEDDED,
                furniture.strings().text("app.mode.embedded", company),
                furniture.strings().text("app.mode.embedded.means"));
    }
}
