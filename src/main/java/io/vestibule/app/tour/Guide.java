package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.desktop.Furniture;
import io.vestibule.app.wiring.House;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Leads the tour from an empty folder to the last picture.
public final class Guide {

    private static final int FAILED = 1;

    private Guide() {}

    /// @param photos folders, one a person, or files; none for the shipped sample people
    /// @param data an existing or new data folder; a temporary one, removed at the end, if none is given
    /// @param output where pictures and summary go; a new temporary folder if none is given
    /// @return 0 when everything worked
    public static int lead(List<Path> photos, Optional<Path> data, Optional<Path> output, Consumer<String> terminal) {
        var report = new Report(terminal);
        try {
            var pictures = output.isPresent()
                    ? Files.createDirectories(output.get())
                    : Files.createTempDirectory("vestibule-tour");
            var temporary = data.isEmpty();
            var folder = temporary ? Files.createTempDirectory("vestibule-data") : data.get();
            var subjects = photos.isEmpty() ? Subject.samples() : Subject.of(photos);
            try (var house = House.open(folder)) {
                walk(house, subjects, report, pictures);
            } finally {
                if (temporary) {
                    remove(folder);
                }
            }
            terminal.accept("Pictures and summary are in " + pictures.toAbsolutePath());
        } catch (IOException | RuntimeException e) {
            report.fault(e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            Platform.exit();
        }
        return report.succeeded() ? 0 : FAILED;
    }

    private static void walk(House house, List<Subject> subjects, Report report, Path folder) throws IOException {
        var tour = new Tour(house, Strings.load(Locale.getDefault(), Furniture.ROOMS), report);
        tour.furnish();
        subjects.forEach(tour::enrol);
        subjects.forEach(tour::find);
        var pictures = pictures(house, folder, report);
        report.write(folder, pictures);
    }

    private static List<String> pictures(House house, Path folder, Report report) {
        var taken = new ArrayList<String>();
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            var desktop = new Desktop(new Stage());
            desktop.enter(house);
            desktop.stage().show();
            var screens = new ArrayList<>(desktop.screens().orElseThrow().screens());
            next(desktop, screens, folder, taken, report, done);
        });
        try {
            if (!done.await(1, TimeUnit.MINUTES)) {
                report.fault("the screens did not come up within a minute");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return taken;
    }

    private static void next(
            Desktop desktop,
            List<io.vestibule.app.window.Screen> left,
            Path folder,
            List<String> taken,
            Report report,
            CountDownLatch done) {
        if (left.isEmpty()) {
            desktop.stage().hide();
            done.countDown();
            return;
        }
        var screen = left.removeFirst();
        desktop.shell().orElseThrow().open(screen);
        // Pictures and rows arrive from the background; a moment later the screen is as the user would see it.
        var pause = new PauseTransition(Duration.seconds(1.5));
        pause.setOnFinished(_ -> {
            try {
                var name = screen.id() + ".png";
                Snapshot.write(Snapshot.of(desktop.scene()), folder.resolve(name));
                taken.add(name);
            } catch (IOException | RuntimeException e) {
                report.fault("no picture of " + screen.id() + ": " + e.getMessage());
            }
            next(desktop, left, folder, taken, report, done);
        });
        pause.play();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
