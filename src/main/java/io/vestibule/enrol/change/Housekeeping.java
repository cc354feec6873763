package io.vestibule.enrol.change;

import io.vestibule.enrol.EnrolContext;
import java.time.Duration;

/// What has to be forgotten is forgotten: at every start and every hour.
public final class Housekeeping {

    /// A refused photo that nobody dealt with is kept for so long.
    private static final Duration REFUSED_KEPT = Duration.ofDays(7);

    private final EnrolContext context;
    private final RemoveFlow remove;

    public Housekeeping(EnrolContext enrolContext, RemoveFlow remove) {
        this.context = enrolContext;
        this.remove = remove;
    }

    /// @return how many people and photos are now on their way out
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
