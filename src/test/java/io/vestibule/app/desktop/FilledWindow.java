package io.vestibule.app.desktop;

import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Overlay;
import io.vestibule.ui.control.State;
import io.vestibule.ui.shell.GlobalShortcuts;
import io.vestibule.ui.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Fixture: the shell with every screen over one [FilledApplication] for all tests of a class, in any language.
abstract class FilledWindow extends FxTest {

    static final Path SAMPLES = Path.of("assets/samples");

    @SuppressWarnings("NullAway.Init") // by fill
    static FilledApplication filled;

    @SuppressWarnings("NullAway.Init") // by open
    Strings words;

    @SuppressWarnings("NullAway.Init") // by open
    ScreenContext context;

    @SuppressWarnings("NullAway.Init") // by open
    ScreenFactory screens;

    @SuppressWarnings("NullAway.Init") // by open
    Shell shell;

    @SuppressWarnings("NullAway.Init") // by open
    EnrolModel enrol;

    @BeforeAll
    static void fill(@TempDir Path folder) throws IOException {
        filled = FilledApplication.open(folder);
    }

    @AfterAll
    static void close() {
        filled.close();
    }

    /// Gives the list to whoever asks for a file.
    private static final class ListPicker implements FilePicker {
        @Override
        public List<Path> files(String title, FileType fileType) {
            return List.of(filled.list);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
            return Optional.empty();
        }
    }

    final void open(Locale language) {
        words = Strings.load(language, ScreenContext.BUNDLES);
        context = onFx(() -> {
            var usual = ScreenContext.of(this::stage, Theme.Choice.LIGHT);
            return new ScreenContext(
                    words, usual.theme(), usual.work(), new ListPicker(), new BannerSlot(words), new Overlay(words));
        });
        screens = onFx(() -> new ScreenFactory(filled.application, context));
        shell = onFx(() -> {
            var made = new Shell(words, screens.screens(), context.banners(), context.overlay());
            made.showNavigation(screens.statusBar());
            made.bindNotice(screens.notice());
            screens.connect(made::open, made::refresh);
            return made;
        });
        var scene = show(1000, 700, shell::root);
        doOnFx(() -> new GlobalShortcuts(shell, screens::newPerson).install(scene));
        enrol = onFx(screens::enrolModel);
    }

    final void openScreen(String id) {
        doOnFx(() -> {
            context.overlay().close();
            context.banners().close();
            shell.open(id);
        });
        settled();
    }

    final void settled() {
        until(() -> context.work().runningTasks().isEmpty());
    }

    /// Presses the button with this text.
    final void fire(String key) {
        until(() -> shows(key));
        doOnFx(() -> buttons(key).findFirst().orElseThrow().fire());
    }

    final boolean shows(String key) {
        return buttons(key).findAny().isPresent();
    }

    private Stream<ButtonBase> buttons(String key) {
        var text = words.text(key);
        return Stream.concat(
                        List.copyOf(lookup(".button").queryAllAs(Node.class)).stream(),
                        List.copyOf(lookup(".toggle-button").queryAllAs(Node.class)).stream())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> text.equals(button.getText()) && DeskWindow.isSeen(button));
    }

    /// The list of the open screen.
    final ListView<?> list() {
        return (ListView<?>) lookup(".card-list").queryAllAs(Node.class).stream()
                .filter(DeskWindow::isSeen)
                .findFirst()
                .orElseThrow();
    }

    /// Selects the person with the photo that was refused.
    final void selectPerson() {
        until(() ->
                lookup(".card-list").tryQuery().isPresent() && list().getItems().size() > 1);
        doOnFx(() -> {
            for (int row = 0; row < list().getItems().size(); row++) {
                if (list().getItems().get(row).toString().contains(FilledApplication.LONG_NAME)) {
                    list().getSelectionModel().clearAndSelect(row);
                    list().getFocusModel().focus(row);
                }
            }
            list().requestFocus();
        });
        until(() -> shows("people.renew"));
    }

    final Optional<TableView<?>> table() {
        return lookup(".table-view").queryAllAs(Node.class).stream()
                .filter(DeskWindow::isSeen)
                .findFirst()
                .map(node -> (TableView<?>) node);
    }

    final void add(String... samples) {
        doOnFx(() -> enrol.addFiles(Stream.of(samples).map(SAMPLES::resolve).toList()));
    }

    final boolean checked(int count) {
        return enrol.photos().tiles().size() == count
                && enrol.photos().tiles().stream()
                        .noneMatch(tile -> tile.state().get() == State.RUNNING);
    }
}
