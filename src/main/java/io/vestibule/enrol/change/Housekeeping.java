package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.Company;
import io.vestibule.people.RetentionStore;
import io.vestibule.store.ItemLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes people and photos whose retention period is over: at every start and every hour. They are hidden at
/// once and erased a day later, so that it can be taken back.
///
/// Removes nobody while the clock is not trusted, nor many at once before an operator has said yes. Blocks for the
/// database.
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// Retention of a refused photo that was neither replaced nor dismissed.
    private static final Duration REFUSED_KEPT = Duration.ofDays(7);

    /// How long people stay after an operator has said no.
    private static final Duration POSTPONED = Duration.ofDays(1);

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final RemoveFlow remove;
    private final RetentionStore retention;
    private final DueRecorder recorder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int reviews;
    private volatile Map<CompanyId, ExpiryQuestion> questions = Map.of();

    /// @param grace days for which an entry of the watch list stays after its review was due
    public Housekeeping(
            EnrolContext enrolContext, CompanyCollections companyCollections, RemoveFlow remove, IntSupplier grace) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.remove = remove;
        this.retention = new RetentionStore(enrolContext.database());
        this.recorder = new DueRecorder(enrolContext, grace);
    }

    /// @return number of people and photos whose removal has started
    public synchronized int run() {
        var now = context.clock().instant();
        context.changes().deleteExpired(now);
        if (!context.clock().isTrusted()) {
            ask(Map.of());
            return 0;
        }
        record(now);
        var photos = refused(now.minus(REFUSED_KEPT));
        recorder.recordPhotos(photos, now);
        int started = expirePeople(now) + expire(photos, remove::expire);
        int due = reviewsDue();
        if (due != reviews) {
            reviews = due;
            listeners.forEach(Runnable::run);
        }
        return started;
    }

    /// @return number of those whose removal has started; one that fails does not keep the others
    private static <T> int expire(List<T> due, Predicate<T> removal) {
        var started = new AtomicInteger();
        ItemLoop.forEach(due, one -> started.addAndGet(removal.test(one) ? 1 : 0), LOG, one -> one);
        return started.get();
    }

    private int expirePeople(Instant now) {
        var asked = new HashMap<CompanyId, ExpiryQuestion>();
        var agreed = new ArrayList<PersonId>();
        for (var company : context.people().companies().all()) {
            var due = due(company.id(), now);
            int total = due.isEmpty()
                    ? 0
                    : Math.toIntExact(context.people().persons().count(company.id()));
            if (ExpiryQuestion.isNeeded(due.size(), total)) {
                asked.put(company.id(), new ExpiryQuestion(due, total));
            } else {
                agreed.addAll(due);
            }
        }
        ask(Map.copyOf(asked));
        return expire(agreed, remove::expire);
    }

    /// Whose retention period is over, and whose entry of the watch list was not reviewed; nobody whom a hold keeps.
    private List<PersonId> due(CompanyId company, Instant now) {
        return Stream.concat(
                        context.people().persons().expired(company, now).stream(),
                        recorder.lapsed(company, now).stream())
                .distinct()
                .filter(person -> context.hold(person).isEmpty())
                .toList();
    }

    /// Number of reviews of the watch list that are due in the company that the console is set to.
    public int reviewsDue() {
        return context.people().companies().active().stream()
                .mapToInt(company -> recorder.reviews(
                                company.id(), context.clock().instant())
                        .size())
                .sum();
    }

    /// Notes what is due and what became of it, and removes nobody. Call after retention periods were changed.
    public synchronized void note() {
        if (context.clock().isTrusted()) {
            record(context.clock().instant());
        }
        listeners.forEach(Runnable::run);
    }

    private void record(Instant now) {
        ItemLoop.forEach(
                context.people().companies().all(), company -> recorder.record(company.id(), now), LOG, Company::id);
    }

    /// People of the company that the console is set to about whom an operator has to decide; empty if there is
    /// nothing to decide. Blocks for the database if there is something to decide for any company.
    public Optional<ExpiryQuestion> question() {
        var asked = questions;
        return asked.isEmpty()
                ? Optional.empty()
                : context.people().companies().active().map(company -> asked.get(company.id()));
    }

    /// Removes the people of the question, but for those whose retention period was changed meanwhile. Permission
    /// `REMOVE_PEOPLE`.
    ///
    /// @return number of people whose removal has started
    public synchronized int approve(ExpiryQuestion answered) {
        context.session().require(Permission.REMOVE_PEOPLE);
        var agreed = stillDue(answered);
        context.log().append("expiry.approved", String.valueOf(agreed.size()));
        var removed = expire(agreed, remove::expire);
        run();
        return removed;
    }

    /// Keeps the people of the question for another day. Permission `REMOVE_PEOPLE`.
    public synchronized void postpone(ExpiryQuestion answered) {
        context.session().require(Permission.REMOVE_PEOPLE);
        context.database().transaction(() -> {
            var kept = stillDue(answered);
            retention.hold(kept, context.clock().instant().plus(POSTPONED));
            context.log().append("expiry.postponed", String.valueOf(kept.size()));
        });
        run();
    }

    /// Those of the question whose retention period is still over; nobody of another company than the one that the
    /// console is set to.
    private List<PersonId> stillDue(ExpiryQuestion answered) {
        var now = context.clock().instant();
        var due = context.people().companies().active().stream()
                .flatMap(company -> due(company.id(), now).stream())
                .collect(Collectors.toSet());
        return answered.people().stream().filter(due::contains).toList();
    }

    /// Registers a listener of every change of [#question] and [#reviewsDue], called on the thread that changed it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void ask(Map<CompanyId, ExpiryQuestion> asked) {
        var before = questions;
        questions = asked;
        if (!before.equals(asked)) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Only what the service in use refused: a photo that another service refused may be in use in this one.
    private List<PhotoId> refused(Instant before) {
        return context.people().companies().all().stream()
                .flatMap(company -> companyCollections.findExisting(company.id()).stream())
                .flatMap(collection -> context.people().collections().refusedBefore(collection.id(), before).stream())
                .toList();
    }
}
