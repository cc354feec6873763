package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatusProvider;
import io.vestibule.people.FaceState;
import io.vestibule.people.Person;
import io.vestibule.people.RefusalReason;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;

/// The people saved last and their status, updated live while the screen is shown. FX thread.
public final class RecentEnrolments {

    private static final int MOST = 6;

    private final Supplier<? extends EnrolmentStatusProvider> statuses;
    private final EnrolPort port;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final ObservableList<RecentEnrolment> people = FXCollections.observableArrayList();
    private final AtomicBoolean stale = new AtomicBoolean();

    private final Supplier<Set<PersonId>> others;
    private final Consumer<PersonId> removed;

    private record StatusUpdate(RecentEnrolment result, String name, State state, String words) {}

    /// @param gone people who were removed
    private record Reading(List<StatusUpdate> updates, List<PersonId> gone) {}

    /// @param others more enrolled people who are shown on the screen
    /// @param removed called for each of the people shown who was removed in the meantime
    RecentEnrolments(
            Supplier<? extends EnrolmentStatusProvider> statuses,
            EnrolPort port,
            TaskRunner taskRunner,
            Strings strings,
            Supplier<Set<PersonId>> others,
            Consumer<PersonId> removed) {
        this.statuses = statuses;
        this.port = port;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.others = others;
        this.removed = removed;
    }

    /// Newest first.
    public ObservableList<RecentEnrolment> people() {
        return people;
    }

    /// @param deed what was done to somebody who was enrolled before; empty for somebody new
    void add(PersonId person, String name, Optional<Image> picture, String deed) {
        var recentEnrolment = new RecentEnrolment(person, name, picture, deed);
        recentEnrolment.words().set((deed + " " + strings.text("enrol.standing.saving")).strip());
        people.removeIf(earlier -> earlier.person().equals(person));
        people.addFirst(recentEnrolment);
        if (people.size() > MOST) {
            people.removeLast();
        }
        refresh();
    }

    void remove(PersonId person) {
        people.removeIf(earlier -> earlier.person().equals(person));
    }

    void clear() {
        people.clear();
    }

    /// Called on any thread when the journal changes; debounced to one refresh at a time.
    void journalChanged() {
        if (stale.compareAndSet(false, true)) {
            taskRunner.runOnFxThread(this::refresh);
        }
    }

    void refresh() {
        var shown = new ArrayList<>(people);
        var besides = others.get();
        if (shown.isEmpty() && besides.isEmpty()) {
            stale.set(false);
            return;
        }
        taskRunner.runUnlisted(() -> read(shown, besides), this::show, _ -> stale.set(false));
    }

    private Reading read(List<RecentEnrolment> shown, Set<PersonId> besides) {
        stale.set(false);
        var gone = new ArrayList<PersonId>();
        var updates = new ArrayList<StatusUpdate>();
        for (var recentEnrolment : shown) {
            findPresent(recentEnrolment.person())
                    .ifPresentOrElse(
                            person -> updates.add(readStatus(recentEnrolment, person)),
                            () -> gone.add(recentEnrolment.person()));
        }
        besides.stream().filter(person -> findPresent(person).isEmpty()).forEach(gone::add);
        return new Reading(updates, gone);
    }

    private Optional<Person> findPresent(PersonId id) {
        return port.person(id).filter(person -> person.removed().isEmpty());
    }

    private void show(Reading reading) {
        reading.gone().forEach(person -> {
            remove(person);
            removed.accept(person);
        });
        reading.updates().forEach(update -> {
            update.result().nameProperty().set(update.name());
            update.result().words().set(update.words());
            update.result().state().set(update.state());
        });
    }

    private StatusUpdate readStatus(RecentEnrolment recentEnrolment, Person person) {
        var enrolmentStatus = statuses.get().statusOf(person);
        var offline = enrolmentStatus.state() == EnrolmentStatus.State.WAITING
                && enrolmentStatus
                        .problem()
                        .filter(problem -> CloudFailure.isConnectionFailure(problem.code()))
                        .isPresent();
        var words = offline
                ? strings.text("enrol.waiting-for-connection")
                : strings.constant("enrol.standing", enrolmentStatus.state());
        var refusals = statuses.get().faces(person).stream()
                .filter(face -> face.state() == FaceState.REFUSED || face.state() == FaceState.NOT_ASSOCIATED)
                .flatMap(face -> face.reasons().stream())
                .distinct()
                .map(reason -> strings.text(RefusalReason.textKey(reason), person.name(), reason))
                .collect(Collectors.joining(" "));
        var problem = enrolmentStatus
                .problem()
                .map(known -> strings.problem(known).summary())
                .orElse("");
        return new StatusUpdate(
                recentEnrolment,
                person.name(),
                stateOf(enrolmentStatus.state()),
                Stream.of(recentEnrolment.deed(), words, refusals, problem)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static State stateOf(EnrolmentStatus.State state) {
        return switch (state) {
            case SEARCHABLE, ADOPTED, NO_PHOTO, EMPTIED -> State.DONE;
            case SAVING, UPDATING -> State.RUNNING;
            case WAITING -> State.WAITING;
            case ELSEWHERE, NEEDS_ATTENTION, NEEDS_PHOTO -> State.LOOK;
            case STUCK -> State.REFUSED;
        };
    }
}
