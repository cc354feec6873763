package io.vestibule.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The report of the tour: printed on the terminal at once, and written at the end as a page beside the screenshots.
public final class TourReport {

    private final Consumer<String> terminal;
    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    public TourReport(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    public synchronized void line(String text) {
        lines.add(text);
        terminal.accept(text);
    }

    /// Records a step that should have worked and did not.
    public synchronized void fail(String text) {
        faults.add(text);
        line("  FAILED: " + text);
    }

    public synchronized boolean succeeded() {
        return faults.isEmpty();
    }

    /// @param pictures file names in the folder
    public synchronized void write(Path folder, List<String> pictures) throws IOException {
        var page = new StringBuilder("# The tour\n\n");
        page.append(faults.isEmpty() ? "Everything worked.\n\n" : "Failed: " + String.join("; ", faults) + "\n\n");
        page.append("```\n").append(String.join("\n", lines)).append("\n```\n");
        pictures.forEach(picture ->
                page.append("\n![").append(picture).append("](").append(picture).append(")\n"));
        Files.writeString(folder.resolve("summary.md"), page);
    }
}
