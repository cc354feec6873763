package io.vestibule.privacy.retention;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.GuardedTime;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.change.ExpiryQuestion;
import io.vestibule.people.Company;
import io.vestibule.people.DueStore;
import io.vestibule.people.LegalHold;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RetentionDue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads whose retention period or review is over or soon will be, in the company that the console is set to, and
/// what was due in a month. Needs [Permission#READ_AUDIT]. Blocks.
public final class RetentionReader {

    /// People in the lists; more are read when these are done.
    public static final int MOST = 2_000;

    private static final int MOST_FOUND = 100;

    private final PeopleStores people;
    private final Session session;
    private final GuardedTime clock;
    private final Supplier<Optional<ExpiryQuestion>> question;
    private final IntSupplier grace;

    /// What is read once for all people.
    private record Reading(
            Instant now,
            Map<PersonId, Instant> ends,
            Map<PersonId, LocalDate> reviews,
            Map<PersonId, LegalHold> holds,
            Map<PersonId, Instant> lapses,
            Set<PersonId> asked) {}

    /// @param question people about whom an operator is asked
    /// @param grace days for which an entry of the watch list stays after its review was due
    public RetentionReader(
            PeopleStores people,
            Session session,
            GuardedTime clock,
            Supplier<Optional<ExpiryQuestion>> question,
            IntSupplier grace) {
        this.people = people;
        this.session = session;
        this.clock = clock;
        this.question = question;
        this.grace = grace;
    }

    public boolean mayChange() {
        return session.may(Permission.MANAGE_RETENTION);
    }

    public RetentionOverview read() {
        session.require(Permission.READ_AUDIT);
        var now = clock.instant();
        var company = people.companies().active();
        if (company.isEmpty()) {
            return new RetentionOverview(List.of(), true, 0, now);
        }
        var reading = reading(company.get(), now);
        var all = Stream.of(
                        reading.ends().keySet(),
                        reading.reviews().keySet(),
                        reading.holds().keySet())
                .flatMap(Set::stream)
                .distinct()
                .sorted(Comparator.comparing((PersonId id) -> first(reading, id))
                        .thenComparing(PersonId::value))
                .toList();
        var rows = all.stream()
                .limit(MOST)
                .flatMap(id -> people.persons().find(id).stream())
                .filter(person -> person.removed().isEmpty())
                .map(person -> row(person, reading))
                .toList();
        return new RetentionOverview(
                rows, all.size() <= MOST, people.due().countHidden(company.get().id()), now);
    }

    /// People whose name fits, whatever their retention: a hold can be placed on anybody.
    public RetentionOverview find(String typed) {
        session.require(Permission.READ_AUDIT);
        var now = clock.instant();
        return people.companies()
                .active()
                .map(company -> {
                    var reading = reading(company, now);
                    var found = people.persons().search(company.id(), typed, MOST_FOUND);
                    return new RetentionOverview(
                            found.stream().map(person -> row(person, reading)).toList(), true, 0, now);
                })
                .orElseGet(() -> new RetentionOverview(List.of(), true, 0, now));
    }

    private Reading reading(Company company, Instant now) {
        var due = people.due();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var open = due.open(company.id());
        return new Reading(
                now,
                due.ends(company.id(), now.plus(RetentionList.AHEAD)).stream()
                        .collect(Collectors.toMap(DueStore.End::person, DueStore.End::at)),
                due.reviews(company.id(), today.plusDays(RetentionList.REVIEW_DAYS)).stream()
                        .collect(Collectors.toMap(DueStore.Review::person, DueStore.Review::day)),
                people.holds().findAll(company.id(), clock.isTrusted() ? now : Instant.MIN).stream()
                        .collect(Collectors.toMap(LegalHold::person, hold -> hold, (_, later) -> later)),
                open.stream()
                        .filter(one -> one.kind() == RetentionDue.Kind.REVIEW)
                        .collect(Collectors.toMap(
                                one -> new PersonId(one.subject()), one -> lapse(one.seen()), (one, _) -> one)),
                new HashSet<>(question.get().map(ExpiryQuestion::people).orElse(List.of())));
    }

    private Instant lapse(Instant seen) {
        return seen.atOffset(ZoneOffset.UTC).plusDays(grace.getAsInt()).toInstant();
    }

    private static Instant first(Reading reading, PersonId id) {
        return Stream.of(
                        Optional.ofNullable(reading.ends().get(id)),
                        Optional.ofNullable(reading.reviews().get(id))
                                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                        Optional.ofNullable(reading.holds().get(id)).map(LegalHold::until))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private RetentionRow row(Person person, Reading reading) {
        var id = person.id();
        var review = Optional.ofNullable(reading.reviews().get(id));
        var hold = Optional.ofNullable(reading.holds().get(id));
        var planned = Stream.of(
                        person.expires(), Optional.ofNullable(reading.lapses().get(id)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        var state = state(id, planned, review, hold, reading);
        return new RetentionRow(
                id,
                person.name(),
                person.kind(),
                person.expires(),
                review,
                planned.filter(_ -> switch (state) {
                    case HELD, WAITS_FOR_CLOCK, WAITS_FOR_ANSWER, POSTPONED -> false;
                    case DUE, REVIEW_DUE, REVIEW_SOON, ENDS_SOON, STAYS -> true;
                }),
                hold,
                people.holds().note(id),
                state);
    }

    private RetentionState state(
            PersonId id,
            Optional<Instant> planned,
            Optional<LocalDate> review,
            Optional<LegalHold> hold,
            Reading reading) {
        if (hold.isPresent()) {
            return RetentionState.HELD;
        }
        if (planned.filter(at -> !at.isAfter(reading.now())).isPresent()) {
            return !clock.isTrusted()
                    ? RetentionState.WAITS_FOR_CLOCK
                    : reading.asked().contains(id)
                            ? RetentionState.WAITS_FOR_ANSWER
                            : people.due()
                                            .postponed(id)
                                            .filter(reading.now()::isBefore)
                                            .isPresent()
                                    ? RetentionState.POSTPONED
                                    : RetentionState.DUE;
        }
        if (review.isEmpty()) {
            return planned.filter(at -> !at.isAfter(reading.now().plus(RetentionList.AHEAD)))
                            .isPresent()
                    ? RetentionState.ENDS_SOON
                    : RetentionState.STAYS;
        }
        var today = LocalDate.ofInstant(reading.now(), ZoneOffset.UTC);
        return review.get().isAfter(today) ? RetentionState.REVIEW_SOON : RetentionState.REVIEW_DUE;
    }

    /// What was due in that month.
    ///
    /// @param zone in which the month begins
    public MonthOfRetention month(YearMonth month, ZoneId zone) {
        session.require(Permission.READ_AUDIT);
        var company = people.companies().active();
        var from = month.atDay(1).atStartOfDay(zone).toInstant();
        var to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return new MonthOfRetention(
                month,
                company.map(Company::name).orElse(""),
                clock.instant(),
                company.flatMap(known -> people.due().since(known.id())),
                company.stream()
                        .flatMap(known -> people.due().between(known.id(), from, to).stream())
                        .map(this::line)
                        .toList());
    }

    private MonthOfRetention.Line line(RetentionDue due) {
        if (due.outcome().isPresent()) {
            return new MonthOfRetention.Line(
                    due,
                    due.outcome().get() == RetentionDue.Outcome.ERASED
                            ? MonthOfRetention.Result.ERASED
                            : MonthOfRetention.Result.EXTENDED);
        }
        return new MonthOfRetention.Line(due, waiting(due));
    }

    private MonthOfRetention.Result waiting(RetentionDue due) {
        var photo = due.kind() == RetentionDue.Kind.PHOTO
                ? people.photos().find(new PhotoId(due.subject()))
                : Optional.<PhotoRecord>empty();
        var id = photo.map(PhotoRecord::person).orElseGet(() -> new PersonId(due.subject()));
        var person = people.persons().find(id);
        if (photo.filter(PhotoRecord::removed).isPresent()
                || person.filter(known -> known.removed().isPresent()).isPresent()) {
            return MonthOfRetention.Result.BEING_ERASED;
        }
        if (person.isEmpty()) {
            return MonthOfRetention.Result.ERASED;
        }
        var now = clock.instant();
        if (people.holds().find(id, clock.isTrusted() ? now : Instant.MIN).isPresent()) {
            return MonthOfRetention.Result.HELD;
        }
        if (!clock.isTrusted()) {
            return MonthOfRetention.Result.WAITS_FOR_CLOCK;
        }
        if (question.get().filter(asked -> asked.people().contains(id)).isPresent()) {
            return MonthOfRetention.Result.WAITS_FOR_ANSWER;
        }
        if (people.due().postponed(id).filter(now::isBefore).isPresent()) {
            return MonthOfRetention.Result.POSTPONED;
        }
        return due.kind() == RetentionDue.Kind.REVIEW && lapse(due.seen()).isAfter(now)
                ? MonthOfRetention.Result.GRACE
                : MonthOfRetention.Result.NEXT_RUN;
    }
}
