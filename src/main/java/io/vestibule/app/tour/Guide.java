package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.desktop.Opening;
import io.vestibule.app.wiring.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

/// Leads the tour from an empty folder to the last picture, through the same window that everybody uses.
public final class Guide {

    private static final int FAILED = 1;
    private static final int PATIENCE = 60; // seconds for the window to come up
    private static final int LISTED = 30; // frames after which a list has its lines

    private final Report report;
    private final Path pictures;
    private final List<Path> lockingFiles;

    private Guide(Report report, Path pictures, List<Path> lockingFiles) {
        this.lockingFiles = lockingFiles;
        this.report = report;
        this.pictures = pictures;
    }

    /// @param photos folders, one a person, or files; none for the shipped sample people
    /// @param data an existing or new data folder; a temporary one, removed at the end, if none is given
    /// @param output where pictures and summary go; a new temporary folder if none is given
    /// @param lockingFiles settings that cannot be changed
    /// @return 0 when everything worked
    public static int lead(
            List<Path> photos,
            Optional<Path> data,
            Optional<Path> output,
            List<Path> lockingFiles,
            Consumer<String> terminal) {
        var report = new Report(terminal);
        try {
            var pictures = output.isPresent()
                    ? Files.createDirectories(output.get())
                    : Files.createTempDirectory("vestibule-tour");
            var folder = data.isPresent() ? data.get() : Files.createTempDirectory("vestibule-data");
            try {
                new Guide(report, pictures, lockingFiles)
                        .lead(photos.isEmpty() ? Subject.samples() : Subject.of(photos), folder);
            } finally {
                if (data.isEmpty()) {
                    remove(folder);
                }
            }
            terminal.accept("Pictures and summary are in " + pictures.toAbsolutePath());
        } catch (Hand.Stuck e) {
            report.fault(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            report.fault(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return report.succeeded() ? 0 : FAILED;
    }

    private void lead(List<Subject> subjects, Path folder) throws IOException {
        try (var opening = new Opening(lockingFiles)) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> opening.start(
                    new Stage(),
                    folder,
                    opened::complete,
                    problem -> opened.completeExceptionally(new Hand.Stuck(problem.code()))));
            walk(await(opened), opening, subjects);
        } finally {
            Platform.exit();
        }
    }

    private void walk(Desktop desktop, Opening opening, List<Subject> subjects) throws IOException {
        var album = new Album(desktop, pictures);
        firstRun(desktop, album);
        House house = Objects.requireNonNull(opening.house());
        album.take("enrol");
        var visit = new Visit(desktop, house, report, album);
        for (var subject : subjects) {
            visit.enrol(subject);
        }
        album.take("enrol-saved");
        for (var subject : subjects) {
            visit.find(subject);
        }
        for (var screen : Hand.on(() -> desktop.shell().orElseThrow().screens())) {
            if (!screen.id().equals("enrol")) {
                Hand.act(() -> desktop.shell().orElseThrow().open(screen));
                choose(desktop);
                album.take(screen.id());
            }
        }
        Hand.act(desktop.stage()::hide);
        report.write(pictures, album.taken());
    }

    /// Chooses the first line of a list, so that the picture shows what comes with it.
    private static void choose(Desktop desktop) {
        Hand.frames(LISTED);
        Hand.act(() -> desktop.scene().getRoot().lookupAll(".list-view").stream()
                .map(ListView.class::cast)
                // Not those inside of boxes to choose from.
                .filter(list -> list.isFocusTraversable()
                        && list.getItems() != null
                        && !list.getItems().isEmpty())
                .findFirst()
                .ifPresent(list -> list.getSelectionModel().selectFirst()));
    }

    /// Answers the first questions with what is offered, where there is no company yet.
    private void firstRun(Desktop desktop, Album album) throws IOException {
        if (Hand.on(desktop::shell).isEmpty()) {
            album.take("first-run");
            Hand.act(() -> ((Button) desktop.scene().getRoot().lookup("#start")).fire());
            Hand.until("the first screen", () -> desktop.shell().isPresent());
        }
    }

    private static Desktop await(CompletableFuture<Desktop> opened) {
        try {
            return opened.get(PATIENCE, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Hand.Stuck stuck ? stuck : new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.TimeoutException _) {
            throw new Hand.Stuck("the window did not come up within a minute");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Hand.Stuck("interrupted");
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
