package io.vestibule.app.desktop;

import io.vestibule.app.window.AppWindow;
import io.vestibule.app.window.Mode;
import io.vestibule.app.window.Shell;
import io.vestibule.app.window.ShellKeys;
import io.vestibule.app.window.StatusBar;
import io.vestibule.app.window.UncaughtProblems;
import io.vestibule.app.window.WindowPlace;
import io.vestibule.app.wiring.House;
import io.vestibule.base.Problem;
import io.vestibule.ui.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window from its first picture to its last: opening, first run, screens.
public final class Desktop {

    private final Stage stage;
    private final Furniture furniture;
    private final StackPane holder = new StackPane();
    private final AppWindow window;
    private @Nullable DeskScreens screens;
    private @Nullable Shell shell;

    /// FX thread.
    public Desktop(Stage stage) {
        this.stage = stage;
        this.furniture = Furniture.of(() -> stage, Theme.Choice.SYSTEM);
        this.window = new AppWindow(
                stage, furniture.strings().text("app.name"), holder, furniture.theme(), WindowPlace.DEFAULT, _ -> {});
    }

    /// Opens the window on this data folder, and returns when it was closed.
    public static int run(Path data) {
        var closed = new CountDownLatch(1);
        var house = new AtomicReference<@Nullable House>();
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            new Desktop(stage).open(data, house);
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        Optional.ofNullable(house.get()).ifPresent(House::close);
        return 0;
    }

    private void open(Path data, AtomicReference<@Nullable House> house) {
        show(OpeningPane.waiting(furniture.strings()));
        window.show();
        furniture
                .work()
                .run(
                        furniture.strings().text("app.opening"),
                        () -> {
                            var opened = House.open(data);
                            house.set(opened);
                            opened.cellar().operators().resume();
                            return opened;
                        },
                        this::opened,
                        this::failed);
    }

    private void opened(House house) {
        var company = house.cellar().people().companies().active();
        if (company.isEmpty() || house.cellar().session().operator().isEmpty()) {
            show(new DeskScreens(house, furniture).firstRun(() -> enter(house)));
        } else {
            enter(house);
        }
    }

    /// Shows the screens. The house has a company and somebody at the desk.
    public void enter(House house) {
        var made = new DeskScreens(house, furniture);
        screens = made;
        var statusBar = new StatusBar(
                furniture.strings(), made.mode(), furniture.work().running(), made.operatorName(), made.operatorMenu());
        var shown = new Shell(furniture.strings(), made.screens(), furniture.banners(), furniture.overlay(), statusBar);
        shell = shown;
        made.goTo(shown::open);
        new ShellKeys(shown, made::newPerson).install(window.scene());
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtProblems(
                InstantSource.system(), problem -> furniture.work().onScreen(() -> shown.show(problem))));
        show(shown.root());
        shown.open(made.screens().getFirst());
        furniture
                .work()
                .quietly(
                        () -> {
                            house.begin();
                            return true;
                        },
                        _ -> made.refresh(),
                        shown::show);
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

    public Optional<DeskScreens> screens() {
        return Optional.ofNullable(screens);
    }

    public Optional<Shell> shell() {
        return Optional.ofNullable(shell);
    }

    private void failed(Problem problem) {
        show(OpeningPane.failed(furniture.strings(), problem));
    }

    private void show(Node node) {
        holder.getChildren().setAll(node);
    }

    /// What the status bar says that the console works on.
    static Mode embedded(Furniture furniture, String company) {
        return new Mode(
                Mode.Kind.EMBEDDED,
                furniture.strings().text("app.mode.embedded", company),
                furniture.strings().text("app.mode.embedded.means"));
    }
}
