package io.vestibule.setup.ui.collection;

import io.vestibule.setup.CollectionFacts;
import io.vestibule.setup.CollectionLoadState;
import io.vestibule.setup.CollectionReader;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of the collection by local records and by the service, each reloaded after a change. FX thread only.
public final class CollectionModel {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionModel.class);

    private final ReadOnlyObjectWrapper<Optional<CollectionFacts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<CollectionLoadState> loadState =
            new SimpleObjectProperty<>(new CollectionLoadState.Loading());
    private final CollectionReader reader;
    private final Debouncer recordsDebouncer;
    private final Debouncer serviceDebouncer;
    private Optional<AutoCloseable> subscription = Optional.empty();

    public CollectionModel(CollectionReader reader, TaskRunner taskRunner) {
        this.reader = reader;
        LatestQuery<Boolean, CollectionFacts> read = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                _ -> reader.loadFacts(),
                now -> facts.set(Optional.of(now)),
                problem -> loadState.set(new CollectionLoadState.Failed(problem)));
        LatestQuery<Boolean, CollectionLoadState> ask = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                _ -> reader.fetchFromService(),
                loadState::set,
                problem -> loadState.set(new CollectionLoadState.Failed(problem)));
        recordsDebouncer = new Debouncer(taskRunner, Duration.millis(400), () -> read.submit(true));
        // Each refresh is a call, and the service's rate limit is five calls a second for all clients together.
        serviceDebouncer = new Debouncer(taskRunner, Duration.seconds(2), () -> ask.submit(true));
    }

    ReadOnlyObjectProperty<Optional<CollectionFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    ObjectProperty<CollectionLoadState> loadState() {
        return loadState;
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(reader.onChange(() -> {
                recordsDebouncer.trigger();
                serviceDebouncer.trigger();
            }));
        }
        refresh();
    }

    /// Reloads records and service state now.
    void refresh() {
        loadState.set(new CollectionLoadState.Loading());
        recordsDebouncer.start();
        serviceDebouncer.start();
    }

    void stop() {
        recordsDebouncer.stop();
        serviceDebouncer.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }
}
