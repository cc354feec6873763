package io.vestibule.ui.shell;

import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Focus;
import io.vestibule.ui.control.KeysPane;
import io.vestibule.ui.control.Overlay;
import io.vestibule.ui.control.ProblemPane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything in the window but the screens: rail, title row with banners, status bar, and the overlay above
/// them all.
public final class Shell {

    private static final double NARROW_BELOW = 1150;
    private static final double CONTENT_MOST = 1400;
    private static final double MARGINS = 48;

    private final Strings strings;
    private final List<ScreenEntry> screens;
    private final BannerSlot banners;
    private final Overlay overlay;
    private final NavigationRail navigationRail;
    private final NoticeBar notice = new NoticeBar();
    private final Label title = new Label();
    private final HBox titleRow = new HBox();
    private final StackPane content = new StackPane();
    private final BorderPane frame;
    private final StackPane root;
    private final Map<String, ScreenView> views = new HashMap<>();
    private @Nullable ScreenEntry current;
    private @Nullable ScreenEntry pendingScreen;
    private boolean held;
    private boolean navigationShown;

    /// @param screens in the order of the rail
    /// @param banners passed in, because screens are created with it
    /// @param overlay passed in, because screens are created with it
    public Shell(Strings strings, List<ScreenEntry> screens, BannerSlot banners, Overlay overlay) {
        this.strings = strings;
        this.screens = List.copyOf(screens);
        this.banners = banners;
        this.overlay = overlay;
        this.navigationRail = new NavigationRail(strings, screens, this::open);
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        titleRow.getStyleClass().add("title-row");
        HBox.setHgrow(banners, Priority.ALWAYS);
        VBox column = new VBox(titleRow, notice, content);
        column.getStyleClass().add("screen");
        VBox.setMargin(notice, new Insets(0, 0, 12, 0));
        column.setMaxWidth(CONTENT_MOST + MARGINS);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        frame = new BorderPane(new StackPane(column), null, null, StatusBar.empty(), navigationRail);
        root = new StackPane(frame, overlay);
        root.widthProperty().subscribe(width -> fit(width.doubleValue()));
        // The width is known before the first layout, so that nothing moves afterwards.
        root.sceneProperty().subscribe(scene -> {
            if (scene != null && root.getWidth() == 0) {
                fit(scene.getWidth());
            }
        });
    }

    private void fit(double width) {
        navigationRail.narrow(width > 0 && width < NARROW_BELOW);
    }

    /// Fills the area around the screens, which is empty before: rail, status bar, and the screen's controls beside
    /// its title.
    public void showNavigation(StatusBar statusBar) {
        navigationShown = true;
        currentView().ifPresent(this::besideTitle);
        navigationRail.fill();
        frame.setBottom(statusBar);
    }

    /// Shows the current notice under the title, from now on.
    public void bindNotice(ObservableValue<Optional<Notice>> source) {
        notice.bindNotice(source);
    }

    public Parent root() {
        return root;
    }

    public List<ScreenEntry> screens() {
        return screens;
    }

    public Optional<ScreenEntry> current() {
        return Optional.ofNullable(current);
    }

    /// Stays on the open screen until [#releaseNavigation], because what the others depend on is not created yet.
    public void holdNavigation() {
        held = true;
    }

    /// Opens the screen that was requested last meanwhile.
    public void releaseNavigation() {
        held = false;
        ScreenEntry requested = pendingScreen;
        pendingScreen = null;
        if (requested != null) {
            open(requested);
        }
    }

    /// Shows a screen and moves focus into it.
    public void open(ScreenEntry screenEntry) {
        boolean other = current == null || !screenEntry.id().equals(current.id());
        if (held && current != null && other) {
            pendingScreen = screenEntry;
            return;
        }
        currentView().ifPresent(ScreenView::hidden);
        // A problem of one screen is irrelevant on another; a banner with Undo stays.
        if (other) {
            banners.showing()
                    .filter(banner -> banner.tone() == Banner.Tone.PROBLEM)
                    .ifPresent(_ -> banners.close());
        }
        current = screenEntry;
        ScreenView view =
                views.computeIfAbsent(screenEntry.id(), _ -> screenEntry.view().get());
        navigationRail.select(screenEntry);
        title.setText(screenEntry.title());
        // Banners have their place beside the title, where it costs the screen no height.
        titleRow.getChildren().setAll(title, banners);
        if (navigationShown) {
            besideTitle(view);
        }
        content.getChildren().setAll(view.node());
        view.shown();
        focusScreen();
    }

    private void besideTitle(ScreenView view) {
        view.search().ifPresent(titleRow.getChildren()::add);
        view.primary().ifPresent(command -> titleRow.getChildren().add(Buttons.primary(command)));
    }

    /// Discards every screen but the open one, with the banner and the overlay: what they show or offer to
    /// undo belongs to another company. They are created anew when they are opened.
    public void discardOtherScreens() {
        views.keySet().removeIf(id -> current == null || !id.equals(current.id()));
        banners.clear();
        overlay.close();
    }

    /// Makes the open screen reload what may have changed, for example the operator's rights.
    public void refresh() {
        currentView().ifPresent(view -> {
            view.hidden();
            view.shown();
        });
    }

    /// Shows the screen with that id, if there is one.
    public void open(String id) {
        screens.stream()
                .filter(screenEntry -> screenEntry.id().equals(id))
                .findFirst()
                .ifPresent(this::open);
    }

    public Optional<ScreenView> currentView() {
        return current().map(screenEntry -> views.get(screenEntry.id()));
    }

    /// One line under the title; its action opens the problem in full.
    public void show(Problem problem) {
        ProblemText words = strings.problem(problem);
        String details = String.join("\n", problem.args());
        Command open = new Command(
                strings.text("ui.shell.problem.details"),
                "",
                () -> overlay.show(strings.text("ui.shell.problem.title"), new ProblemPane(strings, words, details)));
        banners.show(Banner.problem(words, open));
    }

    BannerSlot banners() {
        return banners;
    }

    Overlay overlay() {
        return overlay;
    }

    /// Moves focus to the initial focus node of the current screen.
    void focusScreen() {
        if (content.getScene() == null) {
            return;
        }
        // A scroll pane contains its content only after it has its skin, and nodes outside a scene cannot get the
        // focus.
        content.applyCss();
        content.layout();
        currentView().map(view -> Focus.first(view.initialFocus())).ifPresent(Node::requestFocus);
    }

    void focusSearch() {
        currentView().flatMap(ScreenView::search).map(Focus::first).ifPresent(Node::requestFocus);
    }

    /// What F1 lists: the keys of the open screen, and those that work on every screen.
    public List<KeysPane.Group> shortcuts() {
        List<KeyHint> here = currentView().map(ScreenView::keys).orElse(List.of());
        List<KeyHint> everywhere = everywhere().stream()
                .filter(hint -> here.stream().noneMatch(own -> own.keys().equals(hint.keys())))
                .toList();
        return List.of(
                new KeysPane.Group(title.getText(), here),
                new KeysPane.Group(strings.text("ui.shell.keys.everywhere"), everywhere));
    }

    /// Only what works on the open screen.
    private List<KeyHint> everywhere() {
        List<KeyHint> hints = new ArrayList<>();
        hints.add(new KeyHint("Ctrl+N", strings.text("ui.shell.key.new")));
        if (currentView().flatMap(ScreenView::search).filter(Node::isVisible).isPresent()) {
            hints.add(new KeyHint("Ctrl+F", strings.text("ui.shell.key.search")));
        }
        hints.add(new KeyHint("Ctrl+Z", strings.text("ui.shell.key.undo")));
        hints.add(new KeyHint("Ctrl+1 – " + screens.size(), strings.text("ui.shell.key.screens")));
        hints.add(new KeyHint("Arrows", strings.text("ui.shell.key.arrows")));
        hints.add(new KeyHint("Space", strings.text("ui.shell.key.space")));
        hints.add(new KeyHint("Esc", strings.text("ui.shell.key.close")));
        hints.add(new KeyHint("F1", strings.text("ui.shell.key.map")));
        return hints;
    }

    void showShortcuts() {
        overlay.show(strings.text("ui.shell.keys.title"), new KeysPane(strings, shortcuts()));
    }
}
