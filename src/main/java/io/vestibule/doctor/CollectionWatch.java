package io.vestibule.doctor;

import io.vestibule.base.ProgressListener;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Watches over the collection of the active company: one free call, repeated within a minute. When its counts differ
/// from the records in another way than at the last comparison, and differ so twice in a row while no job is under
/// way, everything is compared, so that the status of everybody is right.
///
/// What another program changes without changing a count is found by the next comparison only.
public final class CollectionWatch {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration COUNT_AGAIN = Duration.ofMinutes(5);
    private static final int SOME = 100;

    private final DoctorContext context;
    private final CompareFlow compare;
    private final Supplier<FaceCollection> faces;
    private final Supplier<Optional<CollectionRef>> collection;
    private final BooleanSupplier lost;
    private final DiscrepancyStore store;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<CollectionConcern> concern = Optional.empty();
    private volatile Optional<UUID> current = Optional.empty();
    private Optional<UUID> run = Optional.empty();
    private Optional<Gap> settled = Optional.empty();
    private Optional<Gap> last = Optional.empty();
    private Optional<Counted> counted = Optional.empty();
    private boolean begun;
    private volatile boolean closed;

    /// By how much the collection has more than the records. A collection may be shared with another program.
    private record Gap(CollectionRef collection, long faces, long users) {}

    /// @param at when the records were counted
    private record Counted(CollectionRef collection, CollectionInfo info, Gap gap, Instant at) {}

    /// @param collection of the active company; empty before its first use
    /// @param lost asks the service whether the collection is gone or emptied, and updates everybody's status
    public CollectionWatch(
            DoctorContext context,
            CompareFlow compare,
            Supplier<FaceCollection> faces,
            Supplier<Optional<CollectionRef>> collection,
            BooleanSupplier lost) {
        this.context = context;
        this.compare = compare;
        this.faces = faces;
        this.collection = collection;
        this.lost = lost;
        this.store = new DiscrepancyStore(context.database());
    }

    /// What is wrong with the collection of the active company by the last look; empty before its first.
    public Optional<CollectionConcern> concern() {
        return concern.filter(_ -> collection.get().map(CollectionRef::id).equals(current));
    }

    /// Registers a listener of every change of [#concern], called on the thread that changed it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Looks once. Blocks for two calls, and for a comparison if one is needed.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service does not answer; nothing is concluded from that
    public synchronized void look() {
        var before = concern;
        var collectionBefore = current;
        concern = now();
        if (!before.equals(concern) || !collectionBefore.equals(current)) {
            listeners.forEach(Runnable::run);
        }
    }

    private Optional<CollectionConcern> now() {
        var watched = collection.get();
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        if (!current.equals(watched.map(CollectionRef::id))) {
            // The comparisons of another company say nothing about this one.
            concern = Optional.empty();
            current = watched.map(CollectionRef::id);
            settled = Optional.empty();
            last = Optional.empty();
            begun = false;
        }
        if (lost.getAsBoolean()) {
            return Optional.of(new CollectionConcern.Lost());
        }
        var info = faces.get().describe(watched.get().externalId());
        if (info.isEmpty()) {
            return Optional.of(new CollectionConcern.Lost());
        }
        compareIfChanged(watched.get(), info.get());
        return differences().or(() -> otherModel(watched.get(), info.get().modelVersion()));
    }

    /// A collection whose faces were all renewed since the model changed has the new one.
    private Optional<CollectionConcern> otherModel(CollectionRef watched, String model) {
        if (model.equals(watched.model())) {
            return Optional.empty();
        }
        var before = context.scan().otherModel(watched.id(), model);
        if (before.isEmpty()) {
            context.people().companies().setModel(watched.id(), model);
        }
        return before.map(version -> new CollectionConcern.OtherModel(version, model));
    }

    private void compareIfChanged(CollectionRef watched, CollectionInfo info) {
        if (isBusy()) {
            // What a job has sent is not recorded yet, or the other way round.
            last = Optional.empty();
            counted = Optional.empty();
            return;
        }
        var gap = gap(watched, info);
        if (isComparedByOthers()) {
            settled = Optional.of(gap);
        }
        boolean usual = settled.filter(known -> known.collection().equals(watched))
                .orElse(new Gap(watched, 0, 0))
                .equals(gap);
        boolean lasting = last.equals(Optional.of(gap));
        last = Optional.of(gap);
        if (!usual && lasting && compared()) {
            run = latestRun();
            settled = Optional.of(gap);
        }
    }

    /// The records of a large collection are counted again only if the service's counts changed, a job was under way,
    /// or some time has passed.
    private Gap gap(CollectionRef watched, CollectionInfo info) {
        var now = context.clock().instant();
        var known = counted.filter(before -> before.collection().equals(watched)
                && before.info().equals(info)
                && now.isBefore(before.at().plus(COUNT_AGAIN))
                && !now.isBefore(before.at()));
        var gap = known.map(Counted::gap)
                .orElseGet(() -> new Gap(
                        watched,
                        info.faces() - context.scan().countFaces(watched.id()),
                        info.users() - context.scan().countUsers(watched.id())));
        if (known.isEmpty()) {
            counted = Optional.of(new Counted(watched, info, gap, now));
        }
        return gap;
    }

    /// Whether there is a comparison since the last look. What was compared before the program started does not count:
    /// the collection may have changed meanwhile.
    private boolean isComparedByOthers() {
        var latest = latestRun();
        boolean other = begun && !latest.equals(run);
        begun = true;
        run = latest;
        return other;
    }

    private Optional<UUID> latestRun() {
        return compare.latest().map(CollectionCheckRun::id);
    }

    /// Whether a job is under way. Those that wait for a decision or for a day to come do not count.
    private boolean isBusy() {
        var soon = context.clock().instant().plus(SOON);
        return context.journal().openSteps(SOME).stream()
                .anyMatch(step -> step.state() != StepState.PARKED && step.due().isBefore(soon));
    }

    private boolean compared() {
        try {
            return !compare.runUnattended(stopping()).unread().containsKey(Side.COLLECTION);
        } catch (DoctorException | CancellationException _) {
            // Another comparison is running, or the program closes.
            return false;
        }
    }

    private ProgressListener stopping() {
        return (_, _) -> {
            if (closed) {
                throw new CancellationException();
            }
        };
    }

    /// Those that are wrong whatever the reason was: what only another program knows is no concern.
    private Optional<CollectionConcern> differences() {
        long open = compare.latest()
                .map(run -> store.counts(run.id()).entrySet().stream()
                        .filter(kind -> kind.getKey().isProposed())
                        .mapToLong(kind -> kind.getValue().getOrDefault(DiscrepancyState.OPEN, 0L))
                        .sum())
                .orElse(0L);
        return open == 0 ? Optional.empty() : Optional.of(new CollectionConcern.Changed(open));
    }

    /// Ends a comparison under way.
    public void close() {
        closed = true;
    }
}
