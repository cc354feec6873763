package io.vestibule.bulk.directory;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the directory every few hours while the window is open, as the operator who is signed in: while the reception
/// is,
/// nobody is stored or removed by it.
public final class DirectorySchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySchedule.class);

    private final Settings settings;
    private final Session session;
    private final Supplier<SyncFlow> sync;
    private final InstantSource clock;
    private final Function<Throwable, Optional<Problem>> problems;
    private volatile Optional<Instant> last = Optional.empty();

    /// @param problems the problem of an exception; an exception without one is a fault of the program
    public DirectorySchedule(
            Settings settings,
            Session session,
            Supplier<SyncFlow> sync,
            InstantSource clock,
            Function<Throwable, Optional<Problem>> problems) {
        this.settings = settings;
        this.session = session;
        this.sync = sync;
        this.clock = clock;
        this.problems = problems;
    }

    /// Blocks while the directory is read.
    ///
    /// @return whether it was due, and was read
    public boolean runIfDue() {
        int hours = settings.get(DirectoryKeys.HOURS);
        boolean allowed = session.may(Permission.IMPORT_PEOPLE) && session.may(Permission.REMOVE_PEOPLE);
        if (hours == 0 || !allowed || settings.get(DirectoryKeys.ADDRESS).isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (last.filter(before -> before.plus(Duration.ofHours(hours)).isAfter(now))
                .isPresent()) {
            return false;
        }
        last = Optional.of(now);
        try {
            var result = sync.get().sync(false, ProgressListener.NONE);
            result.held().ifPresent(problem -> LOG.warn("Leavers were not removed: {}", problem.code()));
            return true;
        } catch (RuntimeException e) {
            var problem = problems.apply(e).orElseThrow(() -> e);
            LOG.warn("The directory was not read: {}", problem.code());
            return false;
        }
    }
}
