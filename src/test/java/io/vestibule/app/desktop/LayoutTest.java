package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.support.Language;
import io.vestibule.ui.LayoutFaults;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.TextSize;
import io.vestibule.ui.shell.ScreenEntry;
import io.vestibule.ui.shell.WindowBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lays out every screen in both languages at three sizes: no text is cut, lies over another one or leaves its
/// place.
class LayoutTest extends ProgramWindow {

    private static final Path SHOTS = Path.of(System.getProperty("vestibule.shots", "target/shots"), "layout");
    private static final int[][] SIZES = {{1000, 700}, {1280, 800}, {1600, 1000}};

    private void open(Language language) throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            made.storage().settings().set(AppKeys.LANGUAGE, language);
            made.enrol()
                    .samples()
                    .enrolAll()
                    .forEach(enrolment ->
                            TestApplication.await(made, enrolment.person(), EnrolmentStatus.State.SEARCHABLE));
        }
        open(data);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN"})
    void noTextIsCutOrOverAnother(Language language) throws Exception {
        open(language);
        var faults = new ArrayList<String>();
        for (ScreenEntry screen : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screen));
            until(() -> desktop.screenContext().work().runningTasks().isEmpty());
            for (int[] size : SIZES) {
                faults.addAll(onFx(() -> measured(screen.id(), language, size)));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// The largest text size on a small notebook: nothing is cut, and what has no place is reached by scrolling.
    @Test
    void nothingIsLostAtTheLargestTextSize() throws Exception {
        open(Language.GERMAN);
        doOnFx(() -> desktop.screenContext().theme().textSizeProperty().set(TextSize.PERCENT_200));
        var faults = new ArrayList<String>();
        for (ScreenEntry screen : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screen));
            until(() -> desktop.screenContext().work().runningTasks().isEmpty());
            faults.addAll(onFx(() -> measured(screen.id() + "-200", Language.GERMAN, new int[] {1366, 768})));
        }
        assertThat(faults).isEmpty();
    }

    private List<String> measured(String screen, Language language, int[] size) throws IOException {
        Parent root = window.getScene().getRoot();
        root.resize(size[0], size[1]);
        root.applyCss();
        root.layout();
        var name = screen + "-" + language + "-" + size[0] + "x" + size[1];
        // The content, whose parts may lie outside the window and be scrolled to.
        var content = (Parent) root.getChildrenUnmodifiable().getFirst();
        var found = LayoutFaults.of(content).stream()
                .map(fault -> name + ": " + fault)
                .toList();
        if (!found.isEmpty() || Boolean.getBoolean("vestibule.shots.all")) {
            Snapshot.write(Snapshot.of(root), SHOTS.resolve(name + ".png"));
        }
        return found;
    }
}
