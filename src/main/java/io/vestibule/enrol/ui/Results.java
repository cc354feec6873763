package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.people.FaceState;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.Standing;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
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

/// The people saved last, and how each is getting on, kept live while the screen is shown. FX thread.
public final class Results {

    private static final int MOST = 6;

    private final Supplier<? extends PersonStandings> standings;
    private final EnrolDesk desk;
    private final Work work;
    private final Strings strings;
    private final ReasonWords reasons;
    private final ObservableList<Result> people = FXCollections.observableArrayList();
    private final AtomicBoolean stale = new AtomicBoolean();

    private record Look(Result result, State state, String words) {}

    Results(Supplier<? extends PersonStandings> standings, EnrolDesk desk, Work work, Strings strings) {
        this.standings = standings;
        this.desk = desk;
        this.work = work;
        this.strings = strings;
        this.reasons = new ReasonWords(strings);
    }

    /// Newest first.
    public ObservableList<Result> people() {
        return people;
    }

    void add(PersonId person, String name, Optional<Image> picture) {
        var result = new Result(person, name, picture);
        result.words().set(strings.text("enrol.standing.saving"));
        people.removeIf(earlier -> earlier.person().equals(person));
        people.addFirst(result);
        if (people.size() > MOST) {
            people.removeLast();
        }
        refresh();
    }

    /// Something changed in the journal; called on any thread, at most one look is under way.
    void journalChanged() {
        if (stale.compareAndSet(false, true)) {
            work.onScreen(this::refresh);
        }
    }

    void refresh() {
        var shown = new ArrayList<>(people);
        work.quietly(
                () -> {
                    stale.set(false);
                    return shown.stream().map(this::look).toList();
                },
                looks -> looks.forEach(look -> {
                    look.result().words().set(look.words());
                    look.result().state().set(look.state());
                }),
                _ -> {});
    }

    private Look look(Result result) {
        var person = desk.person(result.person());
        if (person.isEmpty() || person.get().removed().isPresent()) {
            return new Look(result, State.DONE, strings.text("enrol.result.removed"));
        }
        var standing = standings.get().of(person.get());
        var offline = standing.state() == Standing.State.WAITING
                && standing.problem()
                        .filter(problem -> CloudFailure.ofConnection(problem.code()))
                        .isPresent();
        var words = offline
                ? strings.text("enrol.waiting-for-connection")
                : strings.constant("enrol.standing", standing.state());
        var refusals = standings.get().faces(person.get()).stream()
                .filter(face -> face.state() == FaceState.REFUSED || face.state() == FaceState.NOT_ASSOCIATED)
                .flatMap(face -> face.reasons().stream())
                .distinct()
                .map(reasons::of)
                .collect(Collectors.joining(" "));
        var problem =
                standing.problem().map(known -> strings.problem(known).what()).orElse("");
        return new Look(
                result,
                stateOf(standing.state()),
                String.join(" ", List.of(words, refusals, problem)).strip());
    }

    private static State stateOf(Standing.State state) {
        return switch (state) {
            case SEARCHABLE, NO_PHOTO -> State.DONE;
            case SAVING, UPDATING -> State.RUNNING;
            case WAITING -> State.WAITING;
            case ELSEWHERE, NEEDS_ATTENTION, NEEDS_PHOTO -> State.LOOK;
            case STUCK -> State.REFUSED;
        };
    }
}
