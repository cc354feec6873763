package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.check.Finding;
import io.vestibule.check.Reason;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.State;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceVector;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The photos of the draft, in memory only: each one is checked when it is added, and its result is shown as
/// text. FX thread.
public final class PhotoStrip {

    private static final int MAX_FINDINGS = 2;
    private static final Set<Reason> TURNS = Set.of(Reason.TURNED_AWAY, Reason.LOOKING_UP, Reason.LOOKING_DOWN);

    private final PhotoIntake intake;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Consumer<Problem> failed;
    private final ObservableList<Tile> tiles = FXCollections.observableArrayList();

    private List<FaceVector> inUse = List.of();
    private String person = "";
    private Runnable changed = () -> {};
    private Runnable checked = () -> {};

    PhotoStrip(PhotoIntake intake, TaskRunner taskRunner, Strings strings, Consumer<Problem> failed) {
        this.intake = intake;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.failed = failed;
    }

    /// @param accepted runs whenever the accepted photos change
    void setListener(Runnable accepted) {
        changed = accepted;
    }

    /// From now on, photos are compared with those of an enrolled person, and not with each other.
    ///
    /// @param faces of the photos in use; empty for a new person
    void compareWith(List<FaceVector> faces, String name) {
        inUse = faces;
        person = name;
    }

    public ObservableList<Tile> tiles() {
        return tiles;
    }

    /// Adds files and folders; none if a file chooser was cancelled.
    void addFiles(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        taskRunner.runUnlisted(
                () -> PictureFiles.expand(paths),
                files -> {
                    if (files.isEmpty()) {
                        failed.accept(Problem.of("enrol.no-pictures"));
                    }
                    addNext(files.iterator());
                },
                failed);
    }

    /// Adds one tile per event of the FX thread, so that a folder of photos does not block the screen.
    private void addNext(Iterator<Path> files) {
        if (files.hasNext()) {
            var file = files.next();
            addTile(String.valueOf(file.getFileName()), () -> intake.process(file));
            taskRunner.runUnlisted(() -> files, this::addNext, failed);
        }
    }

    void addPicture(Pixels picture) {
        addTile("", () -> intake.process(picture));
    }

    /// A photo taken under pose instructions: findings about the head pose are not shown.
    Tile addCaptured(Pixels picture) {
        return checkInto(new Tile(new Tile.Source.Camera()), () -> intake.processCaptured(picture));
    }

    /// @param file the bytes of a picture file
    void addEncoded(byte[] file) {
        addTile("", () -> intake.process(file));
    }

    /// The operator picked one face of a group photo.
    public void pick(Tile tile, Face face) {
        tile.group().ifPresent(multipleFaces -> {
            tile.show(State.RUNNING, strings.text("enrol.tile.checking"));
            taskRunner.runUnlisted(
                    () -> CheckedPhoto.at(intake.processSelectedFace(multipleFaces, face)),
                    checkedPhoto -> show(tile, checkedPhoto),
                    problem -> {
                        tile.show(State.REFUSED, strings.problem(problem).summary());
                        runIfChecked();
                    });
        });
    }

    public void remove(Tile tile) {
        tiles.remove(tile);
        compare();
        runIfChecked();
    }

    /// Who holds a photo of the strip already.
    Stream<PersonId> holders() {
        return tiles.stream()
                .flatMap(tile -> tile.known().stream())
                .map(known -> known.holder().id());
    }

    /// The person was removed: photos that were theirs leave the strip, which shows their name.
    void forget(PersonId person) {
        if (tiles.removeIf(tile ->
                tile.known().filter(known -> known.holder().id().equals(person)).isPresent())) {
            changed.run();
        }
    }

    void restore(List<Tile> earlier) {
        tiles.setAll(earlier);
        changed.run();
    }

    void clear() {
        tiles.clear();
        changed.run();
        runIfChecked();
    }

    /// While a photo is being checked, saving waits for the result. If the strip is emptied meanwhile, nothing is
    /// saved.
    ///
    /// @param waiting is set until then
    /// @return false if there is nothing to wait for
    boolean savesLater(BooleanProperty waiting, Runnable save) {
        if (!busy()) {
            return false;
        }
        waiting.set(true);
        checked = () -> {
            waiting.set(false);
            if (!tiles.isEmpty()) {
                save.run();
            }
        };
        return true;
    }

    private void runIfChecked() {
        if (!busy()) {
            var waiting = checked;
            checked = () -> {};
            waiting.run();
        }
    }

    /// Whether a photo is still being checked.
    boolean busy() {
        return tiles.stream().anyMatch(tile -> tile.state().get() == State.RUNNING);
    }

    List<DraftPhoto> accepted() {
        return tiles.stream().flatMap(tile -> tile.photo().stream()).toList();
    }

    /// The first photo that is already saved for somebody.
    Optional<PhotoIntake.IntakeResult.AlreadySaved> known() {
        return tiles.stream().flatMap(tile -> tile.known().stream()).findFirst();
    }

    /// The first photo with a frontal face.
    Optional<DraftPhoto> frontal() {
        return accepted().stream()
                .filter(photo -> photo.findings().stream().noneMatch(finding -> TURNS.contains(finding.reason())))
                .findFirst();
    }

    /// The picture of the first accepted photo.
    Optional<Image> picture() {
        return tiles.stream()
                .filter(tile -> tile.photo().isPresent())
                .findFirst()
                .flatMap(tile -> Optional.ofNullable(tile.picture().get()));
    }

    /// The best photo for a search: high face quality, frontal pose.
    Optional<DraftPhoto> best() {
        return accepted().stream().max(Comparator.comparingDouble(PhotoStrip::worth));
    }

    private static double worth(DraftPhoto photo) {
        var pose = photo.face().pose();
        return photo.face().quality().norm() - (Math.abs(pose.yaw()) + Math.abs(pose.pitch())) / 30;
    }

    private void addTile(String name, Callable<IntakeResult> taking) {
        checkInto(new Tile(new Tile.Source.Taken(name)), taking);
    }

    private Tile checkInto(Tile tile, Callable<IntakeResult> taking) {
        tile.show(State.RUNNING, strings.text("enrol.tile.checking"));
        tiles.add(tile);
        taskRunner.run(
                strings.text("enrol.checking"),
                () -> CheckedPhoto.at(taking.call()),
                checkedPhoto -> show(tile, checkedPhoto),
                problem -> {
                    tile.show(State.REFUSED, strings.problem(problem).summary());
                    runIfChecked();
                });
        return tile;
    }

    /// The result for a file, with its thumbnail decoded at the size shown.
    private record CheckedPhoto(
            IntakeResult taken, @Nullable Image picture) {

        static CheckedPhoto at(IntakeResult intakeResult) {
            var thumbnail = switch (intakeResult) {
                case IntakeResult.Accepted accepted -> accepted.photo().thumbnail();
                case IntakeResult.Rejected rejected -> rejected.thumbnail();
                case IntakeResult.MultipleFaces multipleFaces -> multipleFaces.thumbnail();
                case IntakeResult.AlreadySaved alreadySaved ->
                    alreadySaved.photo().thumbnail();
                case IntakeResult.Unreadable _ -> new byte[0];
            };
            return new CheckedPhoto(
                    intakeResult, thumbnail.length == 0 ? null : FaceTile.decode(thumbnail, TileNode.FACE, null));
        }
    }

    private void show(Tile tile, CheckedPhoto checkedPhoto) {
        tile.picture().set(checkedPhoto.picture());
        switch (checkedPhoto.taken()) {
            case IntakeResult.Accepted accepted -> accept(tile, accepted.photo());
            case IntakeResult.Rejected rejected -> tile.show(State.REFUSED, words(tile, rejected.findings()));
            case IntakeResult.MultipleFaces multipleFaces ->
                tile.requestPick(
                        multipleFaces,
                        strings.text("enrol.tile.pick", multipleFaces.faces().size()));
            case IntakeResult.Unreadable unreadable -> {
                var problem = strings.problem(unreadable.problem());
                tile.show(State.REFUSED, problem.summary() + " " + problem.advice());
            }
            case IntakeResult.AlreadySaved alreadySaved ->
                tile.markKnown(
                        alreadySaved,
                        strings.text("enrol.tile.known", alreadySaved.holder().name()));
        }
        runIfChecked();
    }

    private void accept(Tile tile, DraftPhoto photo) {
        var twin = accepted().stream()
                .anyMatch(other -> other.photo().sha256().equals(photo.photo().sha256()));
        if (twin) {
            tile.show(State.REFUSED, strings.text("enrol.tile.twice"));
        } else {
            tile.accept(photo);
            compare();
        }
    }

    /// Updates the text of each accepted photo, and marks outliers among the others.
    private void compare() {
        var unlike = inUse.isEmpty() ? intake.outliers(accepted()) : intake.unlike(accepted(), inUse);
        tiles.forEach(tile -> tile.photo().ifPresent(photo -> {
            var message = words(
                    tile,
                    photo.findings().stream()
                            .filter(finding -> !tile.posed() || !TURNS.contains(finding.reason()))
                            .toList());
            if (unlike.contains(photo)) {
                tile.show(
                        State.LOOK,
                        inUse.isEmpty()
                                ? words(tile, Reason.UNLIKE_THE_OTHERS)
                                : strings.text("enrol.tile.unlike-person", person));
            } else if (message.isEmpty()) {
                tile.show(State.DONE, strings.text("enrol.tile.good"));
            } else {
                tile.show(State.LOOK, message);
            }
        }));
        changed.run();
    }

    private String words(Tile tile, List<Finding> findings) {
        return findings.stream()
                .limit(MAX_FINDINGS)
                .map(finding -> words(tile, finding.reason()))
                .collect(Collectors.joining(" "));
    }

    private String words(Tile tile, Reason reason) {
        var advice = tile.posed() ? reason.adviceKey() : reason.fileAdviceKey();
        return strings.text(reason.whatKey()) + " " + strings.text(advice);
    }
}
