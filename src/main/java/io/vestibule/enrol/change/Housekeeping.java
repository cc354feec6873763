package io.vestibule.enrol.change;

import io.vestibule.enrol.EnrolContext;
import java.time.Duration;

/// Erases people and photos whose retention period is over: at every start and every hour.
public final class Housekeeping {

    /// Retention of a refused photo that was neither replaced nor dismissed.
    private static final Duration REFUSED_KEPT = Duration.ofDays(7);

    private final EnrolContext context;
    private final RemoveFlow remove;

    public Housekeeping(EnrolContext enrolContext, RemoveFlow remove) {
        this.context = enrolContext;
        this.remove = remove;
    }

    /// @return number of people and photos whose removal has started
    public int run() {
        var now = context.clock().instant();
        context.changes().deleteExpired(now);
        var people = context.people().persons().expired(now);
        people.forEach(remove::expire);
        var photos = context.people().collections().refusedBefore(now.minus(REFUSED_KEPT));
        photos.forEach(remove::expire);
        return people.size() + photos.size();
    }
}
