package io.vestibule.enrol.change;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Erases people and photos whose retention period is over: at every start and every hour.
public final class Housekeeping {

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
        var people = context.people().persons().expired(now).stream()
                .filter(remove::expire)
                .count();
        var photos =
                refused(now.minus(REFUSED_KEPT)).stream().filter(remove::expire).count();
        return Math.toIntExact(people + photos);
    }

    /// Only what the service in use refused: a photo that another service refused may be in use in this one.
    private List<PhotoId> refused(Instant before) {
        return context.people().companies().all().stream()
                .flatMap(company -> companyCollections.findExisting(company.id()).stream())
                .flatMap(collection -> context.people().collections().refusedBefore(collection.id(), before).stream())
                .toList();
    }
}
