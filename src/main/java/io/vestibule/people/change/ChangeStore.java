package io.vestibule.people.change;

import io.vestibule.base.ClockStep;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.people.Contact;
import io.vestibule.people.PersonKind;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Changes that can still be undone.
public final class ChangeStore {

    private static final String SELECT = "select c.id, c.deed, c.person_id, c.other_id, c.photo_id,"
            + " c.made_at, c.basis_id, c.new_user, b.change_id, b.kind, b.name, b.email, b.phone, b.host, b.note,"
            + " b.expires_at, b.sites from person_change c left join person_before b on b.change_id = c.id where ";

    private final CompanyScope scope;

    public ChangeStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if a person of it is not of
    ///     this scope
    public void insert(PersonChange personChange) {
        scope.requirePerson(personChange.person().value());
        personChange.otherPerson().ifPresent(other -> scope.requirePerson(other.value()));
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "insert into person_change (id, deed, person_id, other_id, photo_id, job_id, interrupted,"
                            + " made_at, until_at, basis_id, new_user) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    personChange.id(),
                    personChange.kind().name(),
                    personChange.person().value(),
                    personChange.otherPerson().map(PersonId::value).orElse(null),
                    personChange.photo().map(PhotoId::value).orElse(null),
                    personChange.jobs().stream().findFirst().orElse(null),
                    !personChange.interrupted().isEmpty(),
                    utc(personChange.madeAt()),
                    utc(personChange.until()),
                    personChange.basis().orElse(null),
                    personChange.newUser()));
            insertJobs(personChange.id(), personChange.jobs(), false);
            insertJobs(personChange.id(), personChange.interrupted(), true);
            personChange.before().ifPresent(before -> insert(personChange.id(), before));
            personChange
                    .moved()
                    .forEach(moved -> scope.with(handle -> handle.execute(
                            "insert into moved_photo (change_id, photo_id, place, associated) values (?, ?, ?, ?)",
                            personChange.id(),
                            moved.photo().value(),
                            moved.position(),
                            moved.associated())));
        });
    }

    private void insertJobs(UUID change, List<UUID> jobs, boolean interrupted) {
        for (int place = 0; place < jobs.size(); place++) {
            int at = place;
            scope.with(handle -> handle.execute(
                    "insert into change_job (change_id, job_id, place, interrupted) values (?, ?, ?, ?)",
                    change,
                    jobs.get(at),
                    at,
                    interrupted));
        }
    }

    private void insert(UUID change, PersonEdit before) {
        var sites = before.sites().stream().map(SiteId::toString).collect(Collectors.joining(","));
        scope.with(handle -> handle.execute(
                "insert into person_before (change_id, kind, name, email, phone, host, note, expires_at, sites)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                change,
                before.kind().name(),
                before.name(),
                before.contact().email(),
                before.contact().phone(),
                before.contact().host(),
                before.note(),
                before.expires().map(ChangeStore::utc).orElse(null),
                sites));
    }

    public Optional<PersonChange> find(UUID change) {
        return scope.with(handle -> handle.createQuery(SELECT + "c.id = :id and " + scope.ownsPerson("c.person_id"))
                        .bind("id", change)
                        .map((rows, _) -> change(rows))
                        .findOne())
                .map(this::withDetails);
    }

    /// The change that Activity shows by this job: the first of its jobs.
    public Optional<PersonChange> findByJob(UUID job) {
        return scope.with(
                        handle -> handle.createQuery(SELECT + "c.job_id = :job and " + scope.ownsPerson("c.person_id"))
                                .bind("job", job)
                                .map((rows, _) -> change(rows))
                                .findOne())
                .map(this::withDetails);
    }

    /// Changes that can be undone at `now`, the latest first.
    public List<PersonChange> findUndoable(Instant now) {
        return scope
                .with(handle -> handle.createQuery(SELECT + "c.until_at > :now and " + scope.ownsPerson("c.person_id")
                                + " order by c.made_at desc, c.id")
                        .bind("now", utc(now))
                        .map((rows, _) -> change(rows))
                        .list())
                .stream()
                .map(this::withDetails)
                .toList();
    }

    /// Whether there is a later change of the same kind, person and photo, which must be undone first.
    public boolean isSuperseded(PersonChange personChange) {
        return findUndoable(personChange.madeAt()).stream()
                .anyMatch(other -> other.madeAt().isAfter(personChange.madeAt())
                        && other.kind() == personChange.kind()
                        && other.person().equals(personChange.person())
                        && other.photo().equals(personChange.photo()));
    }

    /// Whether there is a later change of the same person, or one that gave them something.
    public boolean isFollowed(PersonChange personChange) {
        return findUndoable(personChange.madeAt()).stream()
                .anyMatch(other -> other.madeAt().isAfter(personChange.madeAt())
                        && (other.person().equals(personChange.person())
                                || other.otherPerson().equals(Optional.of(personChange.person()))));
    }

    public void delete(UUID change) {
        scope.with(handle ->
                handle.execute("delete from person_change where id = ? and " + scope.ownsPerson("person_id"), change));
    }

    /// Deletes changes that can no longer be undone.
    public void deleteExpired(Instant now) {
        scope.with(handle -> handle.execute(
                "delete from person_change where until_at <= ? and " + scope.ownsPerson("person_id"), utc(now)));
    }

    /// Undo windows keep the time they have left when the clock is corrected.
    public void stepped(ClockStep step) {
        record Window(UUID id, Instant madeAt, Instant until) {}
        var earlier = step.isBackward() ? step.now() : step.before();
        var windows = scope.with(handle -> handle.createQuery(
                        "select id, made_at, until_at from person_change where until_at > :earlier and "
                                + scope.ownsPerson("person_id"))
                .bind("earlier", utc(earlier))
                .map((rows, _) -> new Window(
                        rows.getObject("id", UUID.class),
                        rows.getObject("made_at", OffsetDateTime.class).toInstant(),
                        rows.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list());
        windows.forEach(window -> {
            var until = step.reschedule(window.until());
            scope.with(handle -> handle.execute(
                    "update person_change set made_at = ?, until_at = ? where id = ? and "
                            + scope.ownsPerson("person_id"),
                    utc(until.minus(Duration.between(window.madeAt(), window.until()))),
                    utc(until),
                    window.id()));
        });
    }

    private PersonChange withDetails(PersonChange personChange) {
        var whole = personChange.withInterrupted(jobs(personChange.id(), true));
        for (UUID job : jobs(personChange.id(), false)) {
            whole = whole.withJob(job);
        }
        return whole.withMoved(moved(personChange.id()));
    }

    private List<UUID> jobs(UUID change, boolean interrupted) {
        return scope.with(handle -> handle.createQuery("select job_id from change_job where change_id = :id and "
                        + ownsChange() + " and interrupted = :interrupted order by place")
                .bind("id", change)
                .bind("interrupted", interrupted)
                .mapTo(UUID.class)
                .list());
    }

    private List<PersonChange.Moved> moved(UUID change) {
        return scope.with(handle -> handle.createQuery(
                        "select photo_id, place, associated from moved_photo where change_id = :id and " + ownsChange()
                                + " order by place")
                .bind("id", change)
                .map((rows, _) -> new PersonChange.Moved(
                        new PhotoId(rows.getObject("photo_id", UUID.class)),
                        rows.getInt("place"),
                        rows.getBoolean("associated")))
                .list());
    }

    private String ownsChange() {
        return "exists (select 1 from person_change c where c.id = change_id and " + scope.ownsPerson("c.person_id")
                + ")";
    }

    private static PersonChange change(ResultSet rows) throws SQLException {
        return new PersonChange(
                rows.getObject("id", UUID.class),
                Undo.ChangeKind.valueOf(rows.getString("deed")),
                new PersonId(rows.getObject("person_id", UUID.class)),
                Optional.ofNullable(rows.getObject("other_id", UUID.class)).map(PersonId::new),
                Optional.ofNullable(rows.getObject("photo_id", UUID.class)).map(PhotoId::new),
                List.of(),
                List.of(),
                rows.getObject("made_at", OffsetDateTime.class).toInstant(),
                before(rows),
                Optional.ofNullable(rows.getObject("basis_id", UUID.class)),
                List.of(),
                rows.getBoolean("new_user"));
    }

    private static Optional<PersonEdit> before(ResultSet rows) throws SQLException {
        if (rows.getString("kind") == null) {
            return Optional.empty();
        }
        var sites = rows.getString("sites");
        return Optional.of(new PersonEdit(
                rows.getString("name"),
                PersonKind.valueOf(rows.getString("kind")),
                new Contact(rows.getString("email"), rows.getString("phone"), rows.getString("host")),
                Arrays.stream(sites.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(SiteId::of)
                        .collect(Collectors.toSet()),
                rows.getString("note"),
                Optional.ofNullable(rows.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
