package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.store.Database;
import io.vestibule.store.ItemLoop;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores the enrolment status of people whenever one of their jobs progresses, so that lists can be filtered
/// by it without a query per person. Works on one thread of its own; many changes of one job are handled at
/// once.
public final class EnrolmentStatusUpdater implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentStatusUpdater.class);
    private static final int BATCH = 500;
    private static final int JOBS = 500;

    private final PeopleStores peopleStores;
    private final EnrolmentStatusProvider statuses;
    private final Function<UUID, List<String>> subjects;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("standings").daemon().factory());

    /// Cache of the people of each job, since the owner of an erased photo cannot be looked up any more.
    /// Confined to the updater's thread.
    private final Map<UUID, Set<PersonId>> jobs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Set<PersonId>> eldest) {
            return size() > JOBS;
        }
    };

    /// @param subjects ids of the people and photos of a job
    public EnrolmentStatusUpdater(
            PeopleStores peopleStores, EnrolmentStatusProvider statuses, Function<UUID, List<String>> subjects) {
        this.peopleStores = peopleStores;
        this.statuses = statuses;
        this.subjects = subjects;
    }

    /// Resumes what the last run left: people who are missing from the name index, and people with a transient
    /// status.
    ///
    /// @param openJobs jobs that have not ended
    public void start(Collection<UUID> openJobs) {
        submit(() -> {
            while (!closed && peopleStores.persons().backfillNameIndex(BATCH) > 0) {
                notifyListeners();
            }
            refreshAll(peopleStores.persons().findWithTransientStatus());
            notifyListeners();
        });
        openJobs.forEach(this::jobChanged);
    }

    /// Call when a job progressed. Thread-safe.
    public void jobChanged(UUID job) {
        if (waiting.add(job)) {
            submit(() -> {
                waiting.remove(job);
                var about = jobs.computeIfAbsent(job, _ -> new HashSet<>());
                subjects.apply(job).forEach(subject -> person(subject).ifPresent(about::add));
                refreshAll(about);
                notifyListeners();
            });
        }
    }

    /// Registers a listener that is notified, on the updater's thread, after people may have changed. Close
    /// to remove it.
    public AutoCloseable onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private void refreshAll(Collection<PersonId> people) {
        ItemLoop.forEach(people, this::refresh, LOG, person -> person);
    }

    /// Updates the status of one person now, on the calling thread.
    public void refresh(PersonId id) {
        peopleStores
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .ifPresent(person -> peopleStores
                        .persons()
                        .setStatus(id, statuses.statusOf(person).state()));
    }

    private Optional<PersonId> person(String subject) {
        try {
            var id = UUID.fromString(subject);
            return peopleStores
                    .persons()
                    .find(new PersonId(id))
                    .map(person -> person.id())
                    .or(() -> peopleStores.photos().find(new PhotoId(id)).map(photo -> photo.person()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void notifyListeners() {
        ItemLoop.forEach(
                listeners, Runnable::run, LOG, listener -> listener.getClass().getName());
    }

    private void submit(Runnable work) {
        try {
            thread.execute(() -> {
                if (closed) {
                    return;
                }
                try {
                    Database.asBackground(work);
                } catch (RuntimeException e) {
                    LOG.error(
                            "Could not tell how people stand: {}", e.getClass().getName());
                }
            });
        } catch (RejectedExecutionException _) {
            LOG.debug("Closed already");
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            // It is not interrupted: it may be in the database. What it did not get to is done at the next start.
            var _ = thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
