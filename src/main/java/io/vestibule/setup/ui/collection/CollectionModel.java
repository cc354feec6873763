package io.vestibule.setup.ui.collection;

import io.vestibule.setup.CollectionAnswer;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.setup.CollectionReader;
import io.vestibule.ui.Gathering;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.Work;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two views of the collection, ours and the service's, each read again when something changed. FX thread only.
public final class CollectionModel {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionModel.class);

    private final ReadOnlyObjectWrapper<Optional<CollectionFacts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<CollectionAnswer> answer = new SimpleObjectProperty<>(new CollectionAnswer.Asking());
    private final CollectionReader reader;
    private final Gathering records;
    private final Gathering service;
    private Optional<AutoCloseable> subscription = Optional.empty();

    public CollectionModel(CollectionReader reader, Work work) {
        this.reader = reader;
        LatestWork<Boolean, CollectionFacts> read = new LatestWork<>(
                work,
                Duration.ZERO,
                _ -> reader.facts(),
                now -> facts.set(Optional.of(now)),
                problem -> answer.set(new CollectionAnswer.Failed(problem)));
        LatestWork<Boolean, CollectionAnswer> ask = new LatestWork<>(
                work,
                Duration.ZERO,
                _ -> reader.ask(),
                answer::set,
                problem -> answer.set(new CollectionAnswer.Failed(problem)));
        records = new Gathering(work, Duration.millis(400), () -> read.ask(true));
        // Each look is a call, of which the service takes five a second from everybody.
        service = new Gathering(work, Duration.seconds(2), () -> ask.ask(true));
    }

    ReadOnlyObjectProperty<Optional<CollectionFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    ObjectProperty<CollectionAnswer> answer() {
        return answer;
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(reader.onChange(() -> {
                records.changed();
                service.changed();
            }));
        }
        refresh();
    }

    /// Reads and asks again now.
    void refresh() {
        answer.set(new CollectionAnswer.Asking());
        records.start();
        service.start();
    }

    void stop() {
        records.stop();
        service.stop();
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
