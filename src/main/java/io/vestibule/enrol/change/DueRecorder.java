package io.vestibule.enrol.change;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.people.DueStore;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.RetentionDue;
import io.vestibule.store.ItemLoop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes which retention periods and reviews are over, and what became of them. Call only while the clock is trusted.
final class DueRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(DueRecorder.class);

    private final EnrolContext context;
    private final IntSupplier grace;

    /// @param grace days for which an entry of the watch list stays after its review was due
    DueRecorder(EnrolContext enrolContext, IntSupplier grace) {
        this.context = enrolContext;
        this.grace = grace;
    }

    private DueStore store() {
        return context.people().due();
    }

    /// Everything of the company that is due now.
    void record(CompanyId company, Instant now) {
        ItemLoop.forEach(store().open(company), due -> settle(due, now), LOG, RetentionDue::id);
        var ends = store().ends(company, now);
        ends.forEach(end -> store().add(company, end.person().value(), RetentionDue.Kind.PERSON, end.at(), now));
        reviews(company, now)
                .forEach((person, day) ->
                        store().add(company, person.value(), RetentionDue.Kind.REVIEW, start(day), now));
    }

    /// Refused photos that are due now.
    void recordPhotos(Collection<PhotoId> photos, Instant now) {
        for (var photo : photos) {
            context.people().photos().find(photo).ifPresent(row -> {
                if (store().open(row.company()).stream()
                        .noneMatch(due -> due.subject().equals(photo.value()))) {
                    store().add(row.company(), photo.value(), RetentionDue.Kind.PHOTO, now, now);
                }
            });
        }
    }

    /// People of the watch list whose entry nobody has reviewed, although the program has said for the whole grace
    /// period that it is due: an entry of an earlier version has that period too.
    List<PersonId> lapsed(CompanyId company, Instant now) {
        var reviews = reviews(company, now);
        var since = now.atOffset(ZoneOffset.UTC).minusDays(grace.getAsInt()).toInstant();
        return store().open(company).stream()
                .filter(due ->
                        due.kind() == RetentionDue.Kind.REVIEW && !due.seen().isAfter(since))
                .map(due -> new PersonId(due.subject()))
                .filter(reviews::containsKey)
                .filter(person ->
                        store().postponed(person).filter(now::isBefore).isEmpty())
                .toList();
    }

    /// Reviews that are due, by the reason that counts.
    Map<PersonId, LocalDate> reviews(CompanyId company, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return store().reviews(company, today).stream()
                .flatMap(review -> reviewDay(review.person()).filter(day -> !day.isAfter(today)).stream()
                        .map(day -> Map.entry(review.person(), day)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private Optional<LocalDate> reviewDay(PersonId person) {
        return context.people().bases().inForce(person, PersonKind.WATCH).stream()
                .flatMap(basis -> basis instanceof LegalBasis.Reason reason ? Stream.of(reason.review()) : Stream.of())
                .findFirst();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void settle(RetentionDue due, Instant now) {
        if (due.due().isAfter(now)) {
            store().forget(due);
            return;
        }
        outcome(due, now).ifPresent(outcome -> store().settle(due, outcome, now));
    }

    /// Empty while it waits, or is hidden and may still be brought back.
    private Optional<RetentionDue.Outcome> outcome(RetentionDue due, Instant now) {
        if (due.kind() == RetentionDue.Kind.PHOTO) {
            return context.people().photos().find(new PhotoId(due.subject())).isEmpty()
                    ? Optional.of(RetentionDue.Outcome.ERASED)
                    : Optional.empty();
        }
        var person = context.people().persons().find(new PersonId(due.subject()));
        if (person.isEmpty()) {
            return Optional.of(RetentionDue.Outcome.ERASED);
        }
        return person.filter(known -> known.removed().isEmpty() && !isDue(known, due, now))
                .map(_ -> RetentionDue.Outcome.EXTENDED);
    }

    private boolean isDue(Person person, RetentionDue due, Instant now) {
        return due.kind() == RetentionDue.Kind.PERSON
                ? person.expires().filter(end -> !end.isAfter(now)).isPresent()
                : person.kind() == PersonKind.WATCH
                        && reviewDay(person.id())
                                .filter(day -> !start(day).isAfter(due.due()))
                                .isPresent();
    }
}
