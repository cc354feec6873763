package io.vestibule.setup.ui;

import io.vestibule.backup.BackupManifest;
import io.vestibule.base.Problem;
import io.vestibule.setup.RecoveryFlow;
import io.vestibule.setup.RecoveryFlow.Damage;
import io.vestibule.store.FileFault.Content;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Buttons;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// The ways out when the program could not start, one below the other, the best one first. What cannot be undone by
/// itself is asked for once more, with what is lost.
public final class RecoveryPane extends VBox {

    /// What the pane needs from the window around it.
    ///
    /// @param retry opens the same data folder once more
    /// @param reopen closes the data folder and opens it again
    /// @param otherFolder asks for another data folder, and opens it
    /// @param bundle writes the support bundle and returns its path; empty if there is no folder to write it to
    /// @param close ends the program
    public record Exits(
            Runnable retry, Runnable reopen, Runnable otherFolder, Optional<Callable<Path>> bundle, Runnable close) {}

    private record Way(String id, String title, String words, Runnable run) {}

    private final Strings strings;
    private final TaskRunner work;
    private final Exits exits;
    private final Consumer<Problem> failed;

    /// @param failed called when a way out did not work
    public RecoveryPane(Strings strings, TaskRunner work, Exits exits, Consumer<Problem> failed) {
        this.strings = strings;
        this.work = work;
        this.exits = exits;
        this.failed = failed;
        setSpacing(12);
        setMaxWidth(560);
    }

    /// For a failure that has nothing to do with a database file.
    public RecoveryPane showGeneral() {
        show(List.of(), general());
        return this;
    }

    public RecoveryPane show(RecoveryFlow flow, Damage damage) {
        show(facts(damage), ways(flow, damage));
        return this;
    }

    private void show(List<Node> facts, List<Way> ways) {
        getChildren().setAll(facts);
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            boolean first = i == 0;
            var command = new Command(way.title(), "", way.run());
            var button = first ? Buttons.primary(command) : Buttons.of(command);
            button.setId(way.id());
            button.setDefaultButton(first);
            if (first) {
                Platform.runLater(button::requestFocus);
            }
            var words = Fields.wrapped(way.words(), "quiet");
            button.setAccessibleHelp(way.words());
            getChildren().add(new VBox(4, button, words));
        }
    }

    private List<Way> ways(RecoveryFlow flow, Damage damage) {
        var ways = new ArrayList<Way>();
        damage.backup().ifPresent(backup -> ways.add(backup(flow, damage, backup)));
        damage.copy()
                .ifPresent(at -> ways.add(new Way(
                        "recovery-copy",
                        strings.text("setup.recovery.copy", time(at)),
                        strings.text("setup.recovery.copy.means"),
                        () -> ask(
                                flow,
                                damage,
                                strings.text("setup.recovery.copy.ask", time(at)),
                                strings.text("setup.recovery.copy.yes"),
                                () -> flow.useCopy(damage)))));
        switch (damage.fault().kind()) {
            case ROLLED_BACK ->
                ways.add(new Way(
                        "recovery-older",
                        strings.text("setup.recovery.older"),
                        strings.text("setup.recovery.older.means"),
                        () -> ask(
                                flow,
                                damage,
                                strings.text("setup.recovery.older.ask", sinceLast(damage)),
                                strings.text("setup.recovery.older.yes"),
                                () -> flow.acceptOlder(damage))));
            case DAMAGED -> {
                if (damage.fault().last().isPresent()) {
                    ways.add(new Way(
                            "recovery-readable",
                            strings.text("setup.recovery.readable"),
                            strings.text("setup.recovery.readable.means"),
                            () -> ask(
                                    flow,
                                    damage,
                                    strings.text("setup.recovery.readable.ask"),
                                    strings.text("setup.recovery.readable.yes"),
                                    () -> flow.acceptDamage(damage))));
                }
            }
            case WRONG_KEY, MISSING, TRUNCATED -> {
                // Nothing of the file can be used.
            }
        }
        ways.addAll(general());
        ways.add(
                ways.size() - 1,
                new Way(
                        "recovery-anew",
                        strings.text("setup.recovery.anew"),
                        strings.constant("setup.recovery.anew-means", damage.part()),
                        () -> ask(
                                flow,
                                damage,
                                strings.constant(
                                        "setup.recovery.anew-ask",
                                        damage.part(),
                                        lastCount(damage, "person"),
                                        lastCount(damage, "face_user"),
                                        lastCount(damage, "item")),
                                strings.text("setup.recovery.anew.yes"),
                                () -> flow.startAnew(damage))));
        return ways;
    }

    /// A copy from before a migration is older than a backup, unless backups fail.
    private Way backup(RecoveryFlow flow, Damage damage, BackupManifest backup) {
        var at = time(backup.moment());
        return new Way(
                "recovery-backup",
                strings.text("setup.recovery.backup", at),
                strings.text(
                        "setup.recovery.backup.means",
                        backup.count("vestibule", "person"),
                        backup.count("vestibule", "photo"),
                        backup.count("vestibule", "known_people_rule")),
                () -> ask(
                        flow,
                        damage,
                        strings.text("setup.recovery.backup.ask", at),
                        strings.text("setup.recovery.backup.yes"),
                        flow::useBackup,
                        exits.reopen()));
    }

    private List<Way> general() {
        var ways = new ArrayList<>(List.of(
                new Way(
                        "recovery-retry",
                        strings.text("setup.recovery.retry"),
                        strings.text("setup.recovery.retry.means"),
                        exits.retry()),
                new Way(
                        "recovery-folder",
                        strings.text("setup.recovery.folder"),
                        strings.text("setup.recovery.folder.means"),
                        exits.otherFolder())));
        exits.bundle()
                .ifPresent(bundle -> ways.add(new Way(
                        "recovery-bundle",
                        strings.text("setup.recovery.bundle"),
                        strings.text("setup.recovery.bundle.means"),
                        () -> writeBundle(bundle))));
        ways.add(new Way(
                "recovery-close", strings.text("ui.close"), strings.text("setup.recovery.close.means"), exits.close()));
        return ways;
    }

    private void ask(RecoveryFlow flow, Damage damage, String question, String yes, Runnable action) {
        ask(flow, damage, question, yes, action, exits.retry());
    }

    private void ask(
            RecoveryFlow flow, Damage damage, String question, String yes, Runnable action, Runnable afterwards) {
        show(
                List.of(Fields.wrapped(question, "recovery-question")),
                List.of(
                        new Way(
                                "recovery-back",
                                strings.text("setup.recovery.back"),
                                strings.text("setup.recovery.back.means"),
                                () -> show(flow, damage)),
                        new Way(
                                "recovery-yes",
                                yes,
                                strings.text("setup.recovery.kept"),
                                () -> run(action, afterwards))));
    }

    private void run(Runnable action, Runnable afterwards) {
        showWaiting();
        work.run(
                strings.text("setup.recovery.working"),
                () -> {
                    action.run();
                    return true;
                },
                _ -> afterwards.run(),
                failed);
    }

    private void writeBundle(Callable<Path> bundle) {
        work.run(strings.text("setup.recovery.bundle"), bundle, this::showBundle, failed);
    }

    private void showBundle(Path written) {
        if (lookup("#recovery-bundle") instanceof Button button && button.getParent() instanceof VBox row) {
            row.getChildren()
                    .set(1, Fields.wrapped(strings.text("setup.recovery.bundle.done", written.toString()), "quiet"));
        }
    }

    private void showWaiting() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(strings.text("setup.recovery.working"));
        getChildren().setAll(new Label(strings.text("setup.recovery.working")), bar);
    }

    private List<Node> facts(Damage damage) {
        var facts = new ArrayList<Node>();
        damage.fault()
                .last()
                .ifPresent(last -> facts.add(fact(strings.text("setup.recovery.last", time(last.at())), damage, last)));
        damage.fault()
                .found()
                .ifPresent(found ->
                        facts.add(fact(strings.text("setup.recovery.found", time(found.at())), damage, found)));
        return facts;
    }

    private Node fact(String title, Damage damage, Content content) {
        var words = strings.constant(
                "setup.recovery.content",
                damage.part(),
                content.count("person"),
                content.count("photo"),
                content.count("known_people_rule"),
                content.count("face_user"),
                content.count("face"),
                content.count("item"));
        return new VBox(2, Fields.strong(title), Fields.wrapped(words, "quiet"));
    }

    private static long lastCount(Damage damage, String table) {
        return damage.fault().last().map(last -> last.count(table)).orElse(0L);
    }

    private String sinceLast(Damage damage) {
        return damage.fault().found().map(found -> time(found.at())).orElse("");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
