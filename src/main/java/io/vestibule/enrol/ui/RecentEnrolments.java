package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatusProvider;
import io.vestibule.people.FaceState;
import io.vestibule.people.RefusalReason;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private record StatusUpdate(RecentEnrolment result, State state, String words) {}

    RecentEnrolments(
            Supplier<? extends EnrolmentStatusProvider> statuses,
            EnrolPort port,
            TaskRunner taskRunner,
            Strings strings) {
        this.statuses = statuses;
        this.port = port;
        this.taskRunner = taskRunner;
        this.strings = strings;
    }

    /// Newest first.
    public ObservableList<RecentEnrolment> people() {
        return people;
    }

    void add(PersonId person, String name, Optional<Image> picture) {
        var recentEnrolment = new RecentEnrolment(person, name, picture);
        recentEnrolment.words().set(strings.text("enrol.standing.saving"));
        people.removeIf(earlier -> earlier.person().equals(person));
        people.addFirst(recentEnrolment);
        if (people.size() > MOST) {
            people.removeLast();
        }
        refresh();
    }

    /// Called on any thread when the journal changes; debounced to one refresh at a time.
    void journalChanged() {
        if (stale.compareAndSet(false, true)) {
            taskRunner.runOnFxThread(this::refresh);
        }
    }

    void refresh() {
        var shown = new ArrayList<>(people);
        taskRunner.runUnlisted(
                () -> {
                    stale.set(false);
                    return shown.stream().map(this::readStatus).toList();
                },
                updates -> updates.forEach(statusUpdate -> {
                    statusUpdate.result().words().set(statusUpdate.words());
                    statusUpdate.result().state().set(statusUpdate.state());
                }),
                _ -> {});
    }

    private StatusUpdate readStatus(RecentEnrolment recentEnrolment) {
        var person = port.person(recentEnrolment.person());
        if (person.isEmpty() || person.get().removed().isPresent()) {
            return new StatusUpdate(recentEnrolment, State.DONE, strings.text("enrol.result.removed"));
        }
        var enrolmentStatus = statuses.get().statusOf(person.get());
        var offline = enrolmentStatus.state() == EnrolmentStatus.State.WAITING
                && enrolmentStatus
                        .problem()
                        .filter(problem -> CloudFailure.isConnectionFailure(problem.code()))
                        .isPresent();
        var words = offline
                ? strings.text("enrol.waiting-for-connection")
                : strings.constant("enrol.standing", enrolmentStatus.state());
        var refusals = statuses.get().faces(person.get()).stream()
                .filter(face -> face.state() == FaceState.REFUSED || face.state() == FaceState.NOT_ASSOCIATED)
                .flatMap(face -> face.reasons().stream())
                .distinct()
                .map(reason -> strings.text(RefusalReason.textKey(reason), recentEnrolment.name(), reason))
                .collect(Collectors.joining(" "));
        var problem = enrolmentStatus
                .problem()
                .map(known -> strings.problem(known).summary())
                .orElse("");
        return new StatusUpdate(
                recentEnrolment,
                stateOf(enrolmentStatus.state()),
                String.join(" ", List.of(words, refusals, problem)).strip());
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
