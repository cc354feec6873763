package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Match;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.Taken;
import io.vestibule.people.FaceState;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.Standing;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.State;
import io.vestibule.vision.Face;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Enrol screen without its nodes: the draft in memory, and the people saved last. FX thread.
public final class EnrolModel {

    private static final int RESULTS = 6;

    private final EnrolFlow enrol;
    private final PhotoIntake intake;
    private final PersonStandings standings;
    private final EnrolDesk desk;
    private final Work work;
    private final Strings strings;
    private final ReasonWords reasons;
    private final EnrolForm form = new EnrolForm();
    private final ObservableList<Tile> tiles = FXCollections.observableArrayList();
    private final ObservableList<Result> results = FXCollections.observableArrayList();
    private final BooleanProperty saving = new SimpleBooleanProperty(false);
    private final AtomicBoolean stale = new AtomicBoolean();
    private Consumer<List<Problem>> problems = _ -> {};
    private Consumer<Duplicate> duplicate = _ -> {};
    private Runnable saved = () -> {};

    /// Somebody alike, to be answered.
    ///
    /// @param picture of the person who is there already
    public record Duplicate(Match match, Optional<byte[]> picture, DraftPhoto photo, boolean figures) {}

    public EnrolModel(
            EnrolFlow enrol,
            PhotoIntake intake,
            PersonStandings standings,
            EnrolDesk desk,
            Work work,
            Strings strings) {
        this.enrol = enrol;
        this.intake = intake;
        this.standings = standings;
        this.desk = desk;
        this.work = work;
        this.strings = strings;
        this.reasons = new ReasonWords(strings);
    }

    public EnrolForm form() {
        return form;
    }

    public ObservableList<Tile> tiles() {
        return tiles;
    }

    public ObservableList<Result> results() {
        return results;
    }

    public BooleanProperty saving() {
        return saving;
    }

    public EnrolDesk desk() {
        return desk;
    }

    public boolean mayWatch() {
        return desk.may(Permission.ENROL_WATCH);
    }

    /// @param told what is wrong, in the order of the form
    /// @param asked somebody alike was found
    /// @param done the draft was saved and the form is free
    void connect(Consumer<List<Problem>> told, Consumer<Duplicate> asked, Runnable done) {
        problems = told;
        duplicate = asked;
        saved = done;
    }

    /// Takes files and folders in; without a legal basis none is read.
    public void add(List<Path> paths) {
        if (!basisGiven()) {
            return;
        }
        work.quietly(() -> PictureFiles.in(paths), files -> files.forEach(this::addFile), this::tell);
    }

    private void addFile(Path file) {
        take(() -> intake.take(file));
    }

    public void add(Pixels picture) {
        if (basisGiven()) {
            take(() -> intake.take(picture));
        }
    }

    private boolean basisGiven() {
        if (!form.basisGiven()) {
            problems.accept(List.of(Problem.of(
                    form.chosenKind() == io.vestibule.people.PersonKind.WATCH
                            ? "enrol.reason-missing"
                            : "enrol.consent-missing")));
            return false;
        }
        return true;
    }

    private void take(java.util.concurrent.Callable<Taken> taking) {
        var tile = new Tile();
        tile.show(State.RUNNING, strings.text("enrol.tile.checking"));
        tiles.add(tile);
        work.run(
                strings.text("enrol.checking"),
                taking,
                taken -> show(tile, taken),
                problem -> tile.show(State.REFUSED, strings.problem(problem).what()));
    }

    /// One face of a group photo was picked.
    public void pick(Tile tile, Face face) {
        tile.group().ifPresent(group -> {
            tile.show(State.RUNNING, strings.text("enrol.tile.checking"));
            work.quietly(() -> intake.pick(group, face), taken -> show(tile, taken), this::tell);
        });
    }

    public void remove(Tile tile) {
        tiles.remove(tile);
    }

    private void show(Tile tile, Taken taken) {
        switch (taken) {
            case Taken.Accepted accepted -> {
                var findings = accepted.photo().findings();
                var twin = tiles.stream()
                        .flatMap(other -> other.photo().stream())
                        .anyMatch(other -> other.photo()
                                .sha256()
                                .equals(accepted.photo().photo().sha256()));
                if (twin) {
                    tile.show(State.REFUSED, strings.text("enrol.tile.twice"));
                } else if (findings.isEmpty()) {
                    tile.accept(accepted.photo(), State.DONE, strings.text("enrol.tile.good"));
                } else {
                    tile.accept(accepted.photo(), State.LOOK, words(findings));
                }
            }
            case Taken.Rejected rejected -> tile.show(State.REFUSED, words(rejected.findings()));
            case Taken.Group group ->
                tile.ask(group, strings.text("enrol.tile.pick", group.faces().size()));
            case Taken.Unreadable unreadable -> {
                var problem = strings.problem(unreadable.problem());
                tile.show(State.REFUSED, problem.what() + " " + problem.advice());
            }
            case Taken.Known known ->
                tile.show(
                        State.REFUSED,
                        strings.text("enrol.tile.known", known.holder().name()));
        }
    }

    private String words(List<io.vestibule.check.Finding> findings) {
        return findings.stream()
                .limit(2)
                .map(finding -> strings.text(finding.reason().what()) + " "
                        + strings.text(finding.reason().advice()))
                .collect(Collectors.joining(" "));
    }

    /// Checks the form, looks for somebody alike, and saves.
    public void save() {
        if (saving.get()) {
            return;
        }
        var wrong = form.details(desk.now(), desk.operator()).problems(desk.now());
        if (!wrong.isEmpty()) {
            problems.accept(wrong);
            return;
        }
        if (tiles.stream().anyMatch(tile -> tile.state().get() == State.RUNNING)) {
            problems.accept(List.of(Problem.of("enrol.still-checking")));
            return;
        }
        var best = accepted().stream().max(Comparator.comparingDouble(EnrolModel::worth));
        if (best.isEmpty()) {
            save(new Decision.Unknown());
            return;
        }
        saving.set(true);
        work.run(
                strings.text("enrol.searching"),
                () -> enrol.alreadyEnrolled(best.get()).stream()
                        .findFirst()
                        .map(match -> new Duplicate(
                                match,
                                desk.thumbnail(match.person().id()),
                                best.get(),
                                desk.may(Permission.SEE_FIGURES))),
                found -> {
                    saving.set(false);
                    found.ifPresentOrElse(duplicate, () -> save(new Decision.Unknown()));
                },
                this::tell);
    }

    /// How good a photo is to search with: much of the face seen, straight ahead.
    private static double worth(DraftPhoto photo) {
        var pose = photo.face().pose();
        return photo.face().quality().norm() - (Math.abs(pose.yaw()) + Math.abs(pose.pitch())) / 30;
    }

    /// Saves with the answer to what was found.
    public void save(Decision decision) {
        var details = form.details(desk.now(), desk.operator());
        var photos = accepted();
        saving.set(true);
        work.run(
                strings.text("enrol.saving"),
                () -> enrol.save(details, photos, decision),
                enrolment -> {
                    saving.set(false);
                    var picture = photos.stream().findFirst().map(DraftPhoto::thumbnail);
                    results.addFirst(new Result(enrolment.person(), details.name(), picture));
                    if (results.size() > RESULTS) {
                        results.removeLast();
                    }
                    clear();
                    saved.run();
                    refresh();
                },
                this::tell);
    }

    private List<DraftPhoto> accepted() {
        return tiles.stream().flatMap(tile -> tile.photo().stream()).toList();
    }

    public void clear() {
        tiles.clear();
        form.clear();
    }

    private void tell(Problem problem) {
        saving.set(false);
        problems.accept(List.of(problem));
    }

    /// Reads the sites that can be chosen.
    void loadSites(Consumer<List<io.vestibule.people.Site>> offer) {
        work.quietly(desk::sites, offer, this::tell);
    }

    void unsubscribe(AutoCloseable subscription) {
        work.quietly(
                () -> {
                    subscription.close();
                    return true;
                },
                _ -> {},
                this::tell);
    }

    /// Something changed in the journal; called on any thread, at most one look is under way.
    void journalChanged() {
        if (stale.compareAndSet(false, true)) {
            work.onScreen(this::refresh);
        }
    }

    private record Look(Result result, State state, String words) {}

    private void refresh() {
        var shown = new ArrayList<>(results);
        work.quietly(
                () -> {
                    stale.set(false);
                    var looks = new ArrayList<Look>();
                    shown.forEach(result -> looks.add(look(result)));
                    return looks;
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
        var standing = standings.of(person.get());
        var words = strings.constant("enrol.standing", standing.state());
        var refusals = standings.faces(person.get()).stream()
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
            case NEEDS_ATTENTION, NEEDS_PHOTO -> State.LOOK;
            case STUCK -> State.REFUSED;
        };
    }
}
