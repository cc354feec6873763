package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.setup.CloudProfileSource;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.FrameScheduler;
import io.vestibule.ui.SystemTextScale;
import io.vestibule.ui.shell.AppWindow;
import io.vestibule.ui.shell.ConnectionMode;
import io.vestibule.ui.shell.GlobalShortcuts;
import io.vestibule.ui.shell.Shell;
import io.vestibule.ui.shell.StartupPane;
import io.vestibule.ui.shell.UncaughtExceptionReporter;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Path;
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

/// The main window over its whole life: opening, first run, screens. FX thread.
public final class Desktop {

    /// If opening takes longer, the window says so.
    private static final Duration MESSAGE_DELAY = Duration.millis(500);

    private final Stage stage;
    private final ScreenContext screenContext;
    private final StackPane holder = new StackPane();
    private final AppWindow window;
    private final Consumer<Path> otherFolder;
    private WindowBounds bounds;
    private final StartFailure startFailure;
    private @Nullable ScreenFactory screens;
    private @Nullable Shell shell;

    private Desktop(Stage stage, ScreenContext screenContext, WindowBounds bounds, Consumer<Path> otherFolder) {
        this.stage = stage;
        this.otherFolder = otherFolder;
        this.startFailure = new StartFailure(screenContext, otherFolder, this::show);
        this.screenContext = screenContext;
        this.bounds = bounds;
        this.window = new AppWindow(
                stage,
                screenContext.strings().text("ui.shell.name"),
                holder,
                screenContext.theme(),
                bounds,
                left -> this.bounds = left);
    }

    /// Opens the window on this data folder, and returns after it is closed.
    ///
    /// @param lockingFiles files of settings that cannot be changed
    public static int run(Path data, List<Path> lockingFiles) {
        return run(data, lockingFiles, _ -> {}, () -> {}, (_, _) -> {});
    }

    /// The same, with callbacks.
    ///
    /// @param begun called with the window before it has any content
    /// @param ready called when the first run is shown, or when every screen can be opened
    /// @param failed called with the reason why the folder cannot be opened, and the window that shows it
    public static int run(
            Path data,
            List<Path> lockingFiles,
            Consumer<Stage> begun,
            Runnable ready,
            BiConsumer<Stage, Problem> failed) {
        var closed = new CountDownLatch(1);
        var applicationLauncher = new ApplicationLauncher(lockingFiles);
        applicationLauncher.openInBackground(data);
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            begun.accept(stage);
            applicationLauncher.start(stage, data, _ -> ready.run(), problem -> failed.accept(stage, problem));
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        applicationLauncher.close();
        return 0;
    }

    /// A window with the theme and bounds from the settings.
    ///
    /// @param otherFolder opens another data folder instead
    static Desktop create(
            Stage stage, ScreenContext screenContext, Application application, Consumer<Path> otherFolder) {
        var settings = application.storage().settings();
        var theme = screenContext.theme();
        theme.choiceProperty().set(settings.get(AppKeys.THEME));
        theme.textSizeProperty().set(settings.get(AppKeys.TEXT_SIZE));
        screenContext
                .work()
                .runUnlisted(SystemTextScale::read, scale -> scale.ifPresent(theme::setSystemTextScale), _ -> {
                    // The usual size.
                });
        var bounds = WindowBounds.of(settings.get(AppKeys.WINDOW)).orElse(WindowBounds.DEFAULT);
        return new Desktop(stage, screenContext, bounds, otherFolder);
    }

    /// A window that only shows why the data folder could not be opened.
    ///
    /// @param retry opens it once more
    static Desktop failed(
            Stage stage, ScreenContext screenContext, Problem problem, Runnable retry, Consumer<Path> otherFolder) {
        var desktop = new Desktop(stage, screenContext, WindowBounds.DEFAULT, otherFolder);
        desktop.startFailure.show(problem, retry);
        desktop.window.show();
        desktop.window.showIcons();
        return desktop;
    }

    /// Shows the window at once, and its content as soon as the database is open.
    ///
    /// @param ready called when the first run is shown, or when every screen can be opened
    /// @param failed called with the reason why the database cannot be opened
    void open(Application application, Consumer<Desktop> ready, Consumer<Problem> failed) {
        // A message that is shown for a moment only would flicker.
        var messageDelay = new PauseTransition(MESSAGE_DELAY);
        messageDelay.setOnFinished(_ -> show(StartupPane.waiting(screenContext.strings())));
        messageDelay.playFromStart();
        window.show();
        screenContext
                .work()
                .run(
                        screenContext.strings().text("ui.shell.opening"),
                        () -> {
                            application.openStorage();
                            return application
                                            .storage()
                                            .people()
                                            .companies()
                                            .active()
                                            .isPresent()
                                    && application
                                            .storage()
                                            .session()
                                            .operator()
                                            .isPresent();
                        },
                        configured -> {
                            messageDelay.stop();
                            if (configured) {
                                showScreens(application, () -> ready.accept(this), failed);
                            } else {
                                window.showIcons();
                                show(new ScreenFactory(application, screenContext)
                                        .firstRun(() -> showScreens(application, () -> {}, failed)));
                                ready.accept(this);
                            }
                        },
                        problem -> {
                            messageDelay.stop();
                            startFailure.show(application, problem, () -> open(application, ready, failed));
                            failed.accept(problem);
                        });
    }

    /// Shows the screens. There is a company and a signed-in operator.
    ///
    /// @param ready called when every screen can be opened
    private void showScreens(Application application, Runnable ready, Consumer<Problem> failed) {
        var factory = new ScreenFactory(application, screenContext);
        screens = factory;
        var shown =
                new Shell(screenContext.strings(), factory.screens(), screenContext.banners(), screenContext.overlay());
        shell = shown;
        factory.connect(shown::open, shown::refresh);
        factory.onCompanyChange(shown::discardOtherScreens, this::showTitle);
        factory.onRestart(
                () -> otherFolder.accept(application.storage().folder().path()));
        shown.bindNotice(factory.notice());
        new GlobalShortcuts(shown, factory::newPerson).install(window.scene());
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtExceptionReporter(
                application.storage().clock(),
                problem -> screenContext.work().runOnFxThread(() -> shown.show(problem))));
        show(shown.root());
        shown.open(shown.screens().getFirst());
        shown.holdNavigation();
        // Deferred, so that the first key press does not wait.
        FrameScheduler.runAfter(FrameScheduler.DRAWN + 1, () -> shown.showNavigation(factory.statusBar()));
        FrameScheduler.runAfter(
                FrameScheduler.DRAWN + 2, () -> createServices(application, factory, shown, ready, failed));
    }

    /// Creates what the other screens and the first photo need, after the name field already accepts input.
    private void createServices(
            Application application, ScreenFactory factory, Shell shown, Runnable ready, Consumer<Problem> failed) {
        window.showIcons();
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            application.createServices();
                            return true;
                        },
                        _ -> {
                            shown.releaseNavigation();
                            ready.run();
                            startBackgroundWork(application, factory, shown);
                        },
                        problem -> {
                            startFailure.show(application, problem, () -> showScreens(application, ready, failed));
                            failed.accept(problem);
                        });
    }

    private void startBackgroundWork(Application application, ScreenFactory factory, Shell shown) {
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            application.startBackgroundWork();
                            return true;
                        },
                        _ -> {
                            factory.refresh();
                            factory.startMonitoring();
                            warmUp(application);
                        },
                        problem -> {
                            factory.startMonitoring();
                            shown.show(problem);
                        });
    }

    /// Loads the models before the first photo needs them. A failure is reported again where they are needed.
    private void warmUp(Application application) {
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            application.warmUp();
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

    public ScreenContext screenContext() {
        return screenContext;
    }

    /// The window's current bounds, or the last ones if it is closed.
    WindowBounds bounds() {
        return bounds;
    }

    public Optional<ScreenFactory> screens() {
        return Optional.ofNullable(screens);
    }

    public Optional<Shell> shell() {
        return Optional.ofNullable(shell);
    }

    /// @param company empty where there is only one
    private void showTitle(String company) {
        var name = screenContext.strings().text("ui.shell.name");
        stage.setTitle(company.isEmpty() ? name : company + " – " + name);
    }

    private void show(Node node) {
        holder.getChildren().setAll(node);
    }

    /// The service and company that the status bar shows.
    ///
    static ConnectionMode mode(ScreenContext screenContext, CloudProfileSource cloud, String company) {
        var region = cloud.region();
        if (cloud.isUndetermined()) {
            return new ConnectionMode(
                    ConnectionMode.Kind.OFFLINE,
                    screenContext.strings().text("app.mode.undetermined", company),
                    screenContext.strings().text("app.mode.undetermined.means"));
        }
        if (region.isPresent()) {
            return new ConnectionMode(
                    ConnectionMode.Kind.CLOUD,
                    screenContext.strings().text("app.mode.aws", region.get(), company),
                    screenContext.strings().text("app.mode.aws.means"));
        }
        return new ConnectionMode(
                ConnectionMode.Kind.EMBEDDED,
                screenContext.strings().text("app.mode.embedded", company),
                screenContext.strings().text("app.mode.embedded.means"));
    }
}
