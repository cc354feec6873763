package io.vestibule.app.tour;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.Application;
import io.vestibule.base.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/// Runs the tour from an empty data folder to the last screenshot, in the same window as in normal use.
public final class TourRunner {

    private static final int FAILED = 1;
    private static final int TIMEOUT = 60; // seconds for the window to open
    private static final int LISTED = 30; // frames until a list has its rows

    private final TourReport tourReport;
    private final Path pictures;
    private final List<Path> lockingFiles;

    private TourRunner(TourReport tourReport, Path pictures, List<Path> lockingFiles) {
        this.lockingFiles = lockingFiles;
        this.tourReport = tourReport;
        this.pictures = pictures;
    }

    /// @param photos folders, one per person, or files; none for the bundled sample people
    /// @param data an existing or new data folder; if none is given, a temporary one that is removed at the end
    /// @param output folder for screenshots and summary; a new temporary folder if none is given
    /// @param lockingFiles files of settings that cannot be changed
    /// @return 0 when everything worked
    public static int run(
            List<Path> photos,
            Optional<Path> data,
            Optional<Path> output,
            List<Path> lockingFiles,
            Consumer<String> terminal) {
        var tourReport = new TourReport(terminal);
        try {
            var pictures = output.isPresent()
                    ? Files.createDirectories(output.get())
                    : Files.createTempDirectory("vestibule-tour");
            var folder = data.isPresent() ? data.get() : Files.createTempDirectory("vestibule-data");
            try {
                new TourRunner(tourReport, pictures, lockingFiles)
                        .run(photos.isEmpty() ? TourPerson.samples() : TourPerson.of(photos), folder);
            } finally {
                if (data.isEmpty()) {
                    FileTree.delete(folder);
                }
            }
            terminal.accept("Pictures and summary are in " + pictures.toAbsolutePath());
        } catch (UiDriver.TourFailedException e) {
            tourReport.fail(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            tourReport.fail(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return tourReport.succeeded() ? 0 : FAILED;
    }

    private void run(List<TourPerson> subjects, Path folder) throws IOException {
        try (var applicationLauncher = new ApplicationLauncher(lockingFiles)) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> applicationLauncher.start(
                    new Stage(),
                    folder,
                    opened::complete,
                    problem -> opened.completeExceptionally(new UiDriver.TourFailedException(problem.code()))));
            visitScreens(await(opened), applicationLauncher, subjects);
        } finally {
            Platform.exit();
        }
    }

    private void visitScreens(Desktop desktop, ApplicationLauncher applicationLauncher, List<TourPerson> subjects)
            throws IOException {
        var screenshotSeries = new ScreenshotSeries(desktop, pictures);
        firstRun(desktop, screenshotSeries);
        Application application = Objects.requireNonNull(applicationLauncher.application());
        screenshotSeries.capture("enrol");
        var enrolScenario = new EnrolScenario(desktop, application, tourReport, screenshotSeries);
        for (var tourPerson : subjects) {
            enrolScenario.enrol(tourPerson);
        }
        screenshotSeries.capture("enrol-saved");
        for (var subject : subjects) {
            enrolScenario.find(subject);
        }
        for (var screenEntry :
                UiDriver.callOnFxThread(() -> desktop.shell().orElseThrow().screens())) {
            if (!screenEntry.id().equals("enrol")) {
                UiDriver.runOnFxThread(() -> desktop.shell().orElseThrow().open(screenEntry));
                choose(desktop);
                screenshotSeries.capture(screenEntry.id());
            }
        }
        UiDriver.runOnFxThread(desktop.stage()::hide);
        tourReport.write(pictures, screenshotSeries.taken());
    }

    /// Selects the first row of a list, so that the screenshot includes the details of the row.
    private static void choose(Desktop desktop) {
        UiDriver.waitFrames(LISTED);
        UiDriver.runOnFxThread(() -> desktop.scene().getRoot().lookupAll(".list-view").stream()
                .map(ListView.class::cast)
                // Not the lists inside combo boxes.
                .filter(list -> list.isFocusTraversable()
                        && list.getItems() != null
                        && !list.getItems().isEmpty())
                .findFirst()
                .ifPresent(list -> list.getSelectionModel().selectFirst()));
    }

    /// Completes the first run with its default answers, where there is no company yet.
    private void firstRun(Desktop desktop, ScreenshotSeries screenshotSeries) throws IOException {
        if (UiDriver.callOnFxThread(desktop::shell).isEmpty()) {
            screenshotSeries.capture("first-run");
            UiDriver.runOnFxThread(() -> ((Button) desktop.scene().getRoot().lookup("#start")).fire());
            UiDriver.waitUntil("the first screen", () -> desktop.shell().isPresent());
        }
    }

    private static Desktop await(CompletableFuture<Desktop> opened) {
        try {
            return opened.get(TIMEOUT, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof UiDriver.TourFailedException tourFailedException
                    ? tourFailedException
                    : new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.TimeoutException _) {
            throw new UiDriver.TourFailedException("the window did not come up within a minute");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UiDriver.TourFailedException("interrupted");
        }
    }
}
