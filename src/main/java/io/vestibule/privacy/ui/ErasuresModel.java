package io.vestibule.privacy.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Problem;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.privacy.receipt.ErasureReader;
import io.vestibule.privacy.receipt.ReceiptFlow;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// State of the list of erasures, which follows the jobs while it is shown. FX thread only.
public final class ErasuresModel {

    private static final Logger LOG = LoggerFactory.getLogger(ErasuresModel.class);
    private static final int MOST = 500;

    final ObservableList<ErasureCheck> checks = FXCollections.observableArrayList();
    final ObjectProperty<Optional<UUID>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ErasureCheck>> shown = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty loaded = new SimpleBooleanProperty();

    private final ReceiptFlow receipts;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Function<Runnable, AutoCloseable> onChange;
    private final Consumer<Problem> failed;
    private final LatestQuery<Boolean, Found> read;
    private final Debouncer debouncer;
    private Map<OperatorId, String> operators = Map.of();
    private Optional<AutoCloseable> subscription = Optional.empty();

    private record Found(List<ErasureCheck> checks, Map<OperatorId, String> operators) {}

    /// @param onChange registers a listener for changes of jobs, which is called on any thread
    /// @param failed shows a problem
    public ErasuresModel(
            ErasureReader reader,
            ReceiptFlow receipts,
            TaskRunner taskRunner,
            Strings strings,
            Function<Runnable, AutoCloseable> onChange,
            Consumer<Problem> failed) {
        this.receipts = receipts;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.onChange = onChange;
        this.failed = failed;
        this.read = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                _ -> new Found(reader.latest(MOST), reader.operators()),
                this::found,
                failed);
        this.debouncer = new Debouncer(taskRunner, Duration.millis(300), () -> read.submit(true));
        selected.addListener((_, _, _) -> select());
    }

    Strings strings() {
        return strings;
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(onChange.apply(debouncer::trigger));
        }
        debouncer.start();
    }

    void stop() {
        debouncer.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }

    private void found(Found found) {
        operators = found.operators();
        loaded.set(true);
        if (!checks.equals(found.checks())) {
            checks.setAll(found.checks());
        }
        select();
    }

    private void select() {
        shown.set(checks.stream()
                .filter(check -> selected.get().equals(Optional.of(check.id())))
                .findFirst());
    }

    /// Who removed the person.
    String operator(ErasureCheck check) {
        return check.operator()
                .map(id -> operators.getOrDefault(id, ""))
                .orElseGet(() -> strings.text("privacy.audit.automatic"));
    }

    void writeReceipt(ErasureCheck check, Path file, Runnable done) {
        taskRunner.run(
                strings.text("privacy.erasure.writing"),
                () -> {
                    receipts.write(check.id(), file, new ReceiptText(strings)::document);
                    return true;
                },
                _ -> done.run(),
                failed);
    }
}
