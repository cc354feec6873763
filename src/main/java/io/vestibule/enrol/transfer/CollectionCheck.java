package io.vestibule.enrol.transfer;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the service whether the collection in use still exists and still has users. How people stand follows
/// from its answer: our own rows only tell what the service answered when they were enrolled.
public final class CollectionCheck {

    /// Counts of the service may lag behind: users who were enrolled within this time are not missed.
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final int PAGE = 500;

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final Consumer<PersonId> refresh;

    /// @param refresh stores anew how a person stands
    public CollectionCheck(
            EnrolContext enrolContext, CompanyCollections companyCollections, Consumer<PersonId> refresh) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.refresh = refresh;
    }

    /// Blocks for one call, and if the answer differs from the last one, until everybody's status is stored.
    ///
    /// @return whether the collection of the active company is lost
    /// @throws io.vestibule.cloud.CloudException if the service does not answer; nothing is concluded from
    ///     that
    public boolean run() {
        var company = context.people().companies().active();
        var collection = company.flatMap(active -> companyCollections.findExisting(active.id()));
        if (company.isEmpty() || collection.isEmpty()) {
            return false;
        }
        boolean lost = isLost(collection.get());
        var known = context.people()
                .collections()
                .losses()
                .lostSince(collection.get().id());
        if (lost != known.isPresent()) {
            context.database().transaction(() -> {
                context.people()
                        .collections()
                        .losses()
                        .setLost(
                                collection.get().id(),
                                lost ? Optional.of(context.clock().instant()) : Optional.empty());
                context.log()
                        .append(
                                lost ? "collection.lost" : "collection.found",
                                collection.get().id().toString());
            });
            refreshAll(company.get());
        }
        return lost;
    }

    private boolean isLost(CollectionRef collection) {
        var info = companyCollections.describe(collection);
        return info.isEmpty()
                || (info.get().users() == 0
                        && info.get().faces() == 0
                        && context.people()
                                .collections()
                                .losses()
                                .hasActiveUserSince(
                                        collection.id(),
                                        context.clock().instant().minus(SETTLED)));
    }

    private void refreshAll(Company company) {
        Optional<PersonId> last = Optional.empty();
        while (true) {
            var page = context.people().persons().idsAfter(company.id(), last, PAGE);
            page.forEach(refresh);
            if (page.size() < PAGE) {
                return;
            }
            last = Optional.of(page.getLast());
        }
    }
}
