package io.vestibule.enrol.change;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.store.ItemLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases people and photos whose retention period is over: at every start and every hour.
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// Retention of a refused photo that was neither replaced nor dismissed.
    private static final Duration REFUSED_KEPT = Duration.ofDays(7);

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final RemoveFlow remove;

    public Housekeeping(EnrolContext enrolContext, CompanyCollections companyCollections, RemoveFlow remove) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.remove = remove;
    }

    /// @return number of people and photos whose removal has started
    public int run() {
        var now = context.clock().instant();
        context.changes().deleteExpired(now);
        var started = new AtomicInteger();
        ItemLoop.forEach(
                context.people().persons().expired(now),
                person -> started.addAndGet(remove.expire(person) ? 1 : 0),
                LOG,
                person -> person);
        ItemLoop.forEach(
                refused(now.minus(REFUSED_KEPT)),
                photo -> started.addAndGet(remove.expire(photo) ? 1 : 0),
                LOG,
                photo -> photo);
        return started.get();
    }

    /// Only what the service in use refused: a photo that another service refused may be in use in this one.
    private List<PhotoId> refused(Instant before) {
        return context.people().companies().all().stream()
                .flatMap(company -> companyCollections.findExisting(company.id()).stream())
                .flatMap(collection -> context.people().collections().refusedBefore(collection.id(), before).stream())
                .toList();
    }
}
