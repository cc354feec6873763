package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PersonMatch;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.people.Person;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The question whether the person of the draft is enrolled already, and the operator's answer until it is
/// saved. FX thread.
final class DuplicateCheck {

    private static final float SAME = 100;

    /// The operator's answer.
    ///
    /// @param known the similar person
    record Answered(Person known, DuplicateDecision decision) {

        /// Whether it is the person who is enrolled already.
        boolean isKnown() {
            return decision instanceof DuplicateDecision.SamePerson
                    || decision instanceof DuplicateDecision.UpdatedPerson;
        }

        /// The person's name after saving.
        String nameAfter(String typed) {
            return switch (decision) {
                case DuplicateDecision.SamePerson same -> same.rename() ? typed : known.name();
                case DuplicateDecision.UpdatedPerson updated -> updated.rename() ? typed : known.name();
                default -> typed;
            };
        }
    }

    private final Supplier<EnrolFlow> enrol;
    private final EnrolPort port;
    private final TaskRunner taskRunner;
    private final Consumer<Problem> failed;
    private final DuplicateSearch search;
    private final ObjectProperty<Optional<DuplicateCandidate>> question = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Answered> answered = Optional.empty();

    DuplicateCheck(
            Supplier<EnrolFlow> enrol,
            EnrolPort port,
            TaskRunner taskRunner,
            Strings strings,
            Consumer<Problem> failed) {
        this.enrol = enrol;
        this.port = port;
        this.taskRunner = taskRunner;
        this.failed = failed;
        this.search = new DuplicateSearch(this::find, taskRunner, port::now, strings.text("enrol.searching"));
    }

    /// A similar person found before Save, for the hint.
    ReadOnlyObjectProperty<Optional<DuplicateCandidate>> early() {
        return search.earlyResult();
    }

    /// A similar person found by Save, until the operator answers.
    ObjectProperty<Optional<DuplicateCandidate>> question() {
        return question;
    }

    Optional<Answered> answered() {
        return answered;
    }

    void answer(Person known, DuplicateDecision decision) {
        question.set(Optional.empty());
        answered = Optional.of(new Answered(known, decision));
    }

    /// The draft is empty or saved.
    void reset() {
        question.set(Optional.empty());
        answered = Optional.empty();
    }

    /// After a decision was refused, for instance about a removed person, the next Save searches again.
    void searchAgain() {
        answered = Optional.empty();
        var _ = search.discardUnlessIn(List.of());
    }

    /// @param frontal the photo to search by in advance, if any
    void photosChanged(List<DraftPhoto> accepted, Optional<DraftPhoto> frontal) {
        if (search.discardUnlessIn(accepted)) {
            answered = Optional.empty();
        }
        frontal.ifPresent(search::prefetch);
    }

    /// The enrolled people who are shown as similar.
    Stream<PersonId> people() {
        return Stream.of(question.get(), search.earlyResult().get())
                .flatMap(Optional::stream)
                .flatMap(found -> Stream.concat(Stream.of(found.match()), found.runnerUp().stream()))
                .map(found -> found.person().id());
    }

    /// The person was removed: they are not shown as similar any more.
    void forget(PersonId person) {
        search.forget(person);
        if (question.get().filter(found -> found.shows(person)).isPresent()) {
            question.set(Optional.empty());
        }
    }

    /// Searches, and asks if somebody is similar.
    ///
    /// @param nobody runs if nobody is similar
    /// @param asked runs before the question is shown
    void search(DraftPhoto best, Runnable nobody, Consumer<Problem> notSearched, Runnable asked) {
        search.searchOrReuse(
                best,
                found -> {
                    asked.run();
                    if (found.isPresent()) {
                        question.set(found);
                    } else {
                        nobody.run();
                    }
                },
                notSearched);
    }

    /// No new photo, only photos that are already saved: asks whether the owner of the first one has returned
    /// or the photo shows two people.
    void ask(PhotoIntake.IntakeResult.AlreadySaved alreadySaved) {
        var holder = alreadySaved.holder();
        taskRunner.runUnlisted(
                () -> port.thumbnail(holder.id()),
                picture -> question.set(Optional.of(new DuplicateCandidate(
                        new PersonMatch(holder, SAME, "", 0),
                        Optional.empty(),
                        picture,
                        Optional.of(alreadySaved.photo().thumbnail()),
                        false))),
                failed);
    }

    /// Blocks.
    private Optional<DuplicateCandidate> find(DraftPhoto photo) {
        var found = enrol.get().searchDuplicates(photo);
        return found.stream()
                .findFirst()
                .map(personMatch -> new DuplicateCandidate(
                        personMatch,
                        found.stream().skip(1).findFirst(),
                        port.thumbnail(personMatch.person().id()),
                        Optional.of(photo.thumbnail()),
                        port.may(Permission.SEE_FIGURES)));
    }
}
