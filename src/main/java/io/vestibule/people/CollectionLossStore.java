package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is recorded as in a collection and is not there by the service's last answer: whole collections, and single
/// people.
public final class CollectionLossStore {

    private final CompanyScope scope;
    private final InstantSource clock;

    CollectionLossStore(CompanyScope scope, InstantSource clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /// Since when the service has answered that the collection is gone or emptied; empty while it fits.
    public Optional<Instant> lostSince(UUID collection) {
        return scope.with(handle -> handle.createQuery(
                        "select lost_since from collection_ref where id = :id and " + scope.owns("company_id"))
                .bind("id", collection)
                .map((rows, _) -> Sql.instant(rows.getObject(1, OffsetDateTime.class)))
                .findOne()
                .flatMap(since -> since));
    }

    public void setLost(UUID collection, Optional<Instant> since) {
        scope.with(handle -> handle.createUpdate(
                        "update collection_ref set lost_since = :since where id = :id and " + scope.owns("company_id"))
                .bind("since", Sql.utc(since))
                .bind("id", collection)
                .execute());
    }

    /// Whether a user has been ACTIVE in the collection since before that time.
    public boolean hasActiveUserSince(UUID collection, Instant time) {
        return scope.with(handle -> handle.createQuery("select 1 from collection_user"
                        + " where collection_id = :collection and status = :active and changed_at < :time and "
                        + scope.ownsCollection(":collection")
                        + " fetch first 1 row only")
                .bind("collection", collection)
                .bind("active", CollectionUser.ACTIVE)
                .bind("time", Sql.utc(time))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /// Whether the service does not have the person's user, or none of their faces. A new answer about the user ends
    /// it.
    public boolean isMissing(PersonId person, UUID collection) {
        return scope.with(handle -> handle.createQuery("select 1 from collection_user where person_id = :person"
                        + " and collection_id = :collection and missing_since is not null and "
                        + scope.ownsPerson("person_id"))
                .bind("person", person.value())
                .bind("collection", collection)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private Set<PersonId> missing(UUID collection) {
        return scope.with(handle -> handle.createQuery("select person_id from collection_user"
                        + " where collection_id = :collection and missing_since is not null and "
                        + scope.ownsCollection(":collection"))
                .bind("collection", collection)
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .set());
    }

    /// Records who is missing from the collection; everybody else of it is not.
    ///
    /// @return those for whom that changed
    public Set<PersonId> setMissing(UUID collection, Set<PersonId> missing) {
        return scope.inTransaction(() -> {
            var before = missing(collection);
            var changed = new HashSet<>(before);
            changed.removeAll(missing);
            changed.forEach(person -> set(person, collection, Optional.empty()));
            missing.stream().filter(person -> !before.contains(person)).forEach(person -> {
                set(person, collection, Optional.of(clock.instant()));
                changed.add(person);
            });
            return changed;
        });
    }

    private void set(PersonId person, UUID collection, Optional<Instant> since) {
        scope.with(handle -> handle.createUpdate("update collection_user set missing_since = :since"
                        + " where person_id = :person and collection_id = :collection and "
                        + scope.ownsPerson("person_id"))
                .bind("since", Sql.utc(since))
                .bind("person", person.value())
                .bind("collection", collection)
                .execute());
    }
}
