package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PersonMatch;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// State of the Enrol screen without its nodes: the draft in memory, and the latest enrolments. FX thread.
public final class EnrolModel {

    private static final float SAME = 100;

    private final Supplier<EnrolFlow> enrol;
    private final Supplier<RetakeFlow> retake;
    private final EnrolPort port;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final EnrolForm form;
    private final PhotoStrip photos;
    private final RecentEnrolments recentEnrolments;
    private final BooleanProperty saving = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<DuplicateCandidate>> duplicate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<AddPhotosRequest>> addPhotosRequest =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding permitted;
    private final DuplicateSearch duplicateSearch;
    private List<Tile> suspendedTiles = List.of();
    private Optional<DuplicateDecision> pendingDecision = Optional.empty();
    private Consumer<List<Problem>> problems = _ -> {};
    private Runnable saved = () -> {};

    public EnrolModel(EnrolParts parts, EnrolPort port, TaskRunner taskRunner, Strings strings) {
        this.enrol = parts.enrol();
        this.retake = parts.retake();
        this.port = port;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.form = new EnrolForm(port::defaultRetentionDays);
        this.permitted = Bindings.createBooleanBinding(
                () -> addPhotosRequest.get().isPresent() || form.basis().get(), addPhotosRequest, form.basis());
        this.photos = new PhotoStrip(parts.intake(), taskRunner, strings, this::showProblem);
        this.duplicateSearch =
                new DuplicateSearch(this::searchDuplicate, taskRunner, port::now, strings.text("enrol.searching"));
        photos.setListener(this::photosChanged);
        this.recentEnrolments = new RecentEnrolments(parts.statuses(), port, taskRunner, strings);
    }

    public EnrolForm form() {
        return form;
    }

    public PhotoStrip photos() {
        return photos;
    }

    public RecentEnrolments recentEnrolments() {
        return recentEnrolments;
    }

    public BooleanProperty saving() {
        return saving;
    }

    /// A similar person found before Save, for the hint.
    ReadOnlyObjectProperty<Optional<DuplicateCandidate>> earlyDuplicate() {
        return duplicateSearch.earlyResult();
    }

    /// A similar person found by [#save()], until the operator answers.
    public ObjectProperty<Optional<DuplicateCandidate>> duplicate() {
        return duplicate;
    }

    /// The enrolled person of whom more photos are taken; empty while a new person is enrolled.
    ReadOnlyObjectProperty<Optional<AddPhotosRequest>> addPhotosRequest() {
        return addPhotosRequest;
    }

    /// Starts taking photos of an enrolled person. The photos of the new person's draft are set aside until
    /// [#enrolNew].
    public void beginAddPhotos(AddPhotosRequest known) {
        if (addPhotosRequest.get().isEmpty()) {
            suspendedTiles = List.copyOf(photos.tiles());
        }
        photos.clear();
        addPhotosRequest.set(Optional.of(known));
    }

    /// Returns to the draft of the new person.
    public void enrolNew() {
        if (addPhotosRequest.get().isPresent()) {
            photos.restore(suspendedTiles);
            suspendedTiles = List.of();
            addPhotosRequest.set(Optional.empty());
        }
    }

    /// Whether photos may be added: for a new person only with a legal basis, for an enrolled person always.
    public BooleanBinding permitted() {
        return permitted;
    }

    EnrolPort port() {
        return port;
    }

    /// Compares a document with the best photo of the draft.
    void compareDocument() {
        photos.best()
                .ifPresentOrElse(
                        photo -> port.compareDocument(
                                form.name.get(), photo.photo().bytes()),
                        () -> showProblem(Problem.of("enrol.photo-missing")));
    }

    boolean mayWatch() {
        return port.may(Permission.ENROL_WATCH);
    }

    /// @param onProblems receives the validation problems, in the order of the form
    /// @param done runs when the draft was saved and the form is empty again
    void setListeners(Consumer<List<Problem>> onProblems, Runnable done) {
        problems = onProblems;
        saved = done;
    }

    /// Adds files and folders; without a legal basis nothing is read.
    public void addFiles(List<Path> paths) {
        if (basisGiven()) {
            photos.addFiles(paths);
        }
    }

    public void addPicture(Pixels picture) {
        if (basisGiven()) {
            photos.addPicture(picture);
        }
    }

    /// Adds a picture that the camera captured.
    ///
    /// @return its tile in the strip; empty without a legal basis
    public Optional<Tile> addCaptured(Pixels picture) {
        return basisGiven() ? Optional.of(photos.addCaptured(picture)) : Optional.empty();
    }

    /// @param file the bytes of a picture file
    public void addEncoded(byte[] file) {
        if (basisGiven()) {
            photos.addEncoded(file);
        }
    }

    private boolean basisGiven() {
        if (addPhotosRequest.get().isPresent()) {
            return true;
        }
        if (form.declined().get()) {
            problems.accept(List.of(Problem.of("enrol.photos-declined")));
            return false;
        }
        if (!form.basisGiven()) {
            problems.accept(List.of(Problem.of(
                    form.chosenKind() == PersonKind.WATCH ? "enrol.reason-missing" : "enrol.consent-missing")));
            return false;
        }
        return true;
    }

    /// Validates the form, searches for duplicates, and saves.
    public void save() {
        if (saving.get()) {
            return;
        }
        if (addPhotosRequest.get().isPresent()) {
            saveAddedPhotos(addPhotosRequest.get().get());
            return;
        }
        var wrong = form.details(port.now(), port.operator(), strings.locale()).problems(port.now());
        if (!wrong.isEmpty()) {
            problems.accept(wrong);
            return;
        }
        if (photos.savesLater(saving, this::save)) {
            return;
        }
        if (pendingDecision.isPresent()) {
            saveWithDecision(pendingDecision.get());
            return;
        }
        photos.best()
                .ifPresentOrElse(
                        this::searchThenSave,
                        () -> photos.known()
                                .ifPresentOrElse(
                                        this::ask, () -> saveWithDecision(new DuplicateDecision.NoDuplicate())));
    }

    private void saveAddedPhotos(AddPhotosRequest known) {
        var taken = photos.accepted();
        if (photos.savesLater(saving, this::save)) {
            return;
        }
        if (taken.isEmpty()) {
            problems.accept(List.of(Problem.of("enrol.photo-missing")));
            return;
        }
        var picture = photos.picture();
        saving.set(true);
        taskRunner.run(
                strings.text("enrol.saving"),
                () -> known.replaces().isPresent()
                        ? retake.get().retake(known.replaces().get(), taken)
                        : enrol.get().addPhotos(known.person(), taken),
                enrolment -> {
                    saving.set(false);
                    enrolNew();
                    recentEnrolments.add(enrolment.person(), known.name(), picture);
                    saved.run();
                },
                this::showProblem);
    }

    /// No new photo, only photos that are already saved: asks whether the owner of the first one has returned or the
    /// photo shows two people.
    private void ask(PhotoIntake.IntakeResult.AlreadySaved alreadySaved) {
        var holder = alreadySaved.holder();
        taskRunner.runUnlisted(
                () -> port.thumbnail(holder.id()),
                picture -> duplicate.set(Optional.of(new DuplicateCandidate(
                        new PersonMatch(holder, SAME, ""),
                        Optional.empty(),
                        picture,
                        Optional.of(alreadySaved.photo().thumbnail()),
                        false))),
                this::showProblem);
    }

    /// Searches for duplicates in advance, except while more photos of an enrolled person are taken.
    private void photosChanged() {
        if (duplicateSearch.discardUnlessIn(photos.accepted())) {
            pendingDecision = Optional.empty();
        }
        if (addPhotosRequest.get().isEmpty()) {
            photos.frontal().ifPresent(duplicateSearch::prefetch);
        }
    }

    /// Blocks.
    private Optional<DuplicateCandidate> searchDuplicate(DraftPhoto photo) {
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

    private void searchThenSave(DraftPhoto best) {
        saving.set(true);
        duplicateSearch.searchOrReuse(
                best,
                found -> {
                    saving.set(false);
                    if (found.isPresent()) {
                        duplicate.set(found);
                    } else {
                        saveWithDecision(new DuplicateDecision.NoDuplicate());
                    }
                },
                problem -> {
                    if (CloudFailure.isConnectionFailure(problem.code())) {
                        saveWithDecision(new DuplicateDecision.SearchDeferred());
                    } else {
                        showProblem(problem);
                    }
                });
    }

    /// Saves with the operator's decision; if the form is not valid yet, the decision is used by the next Save.
    ///
    /// @param known the similar person
    void answer(Person known, DuplicateDecision duplicateDecision) {
        duplicate.set(Optional.empty());
        if (form.name.get().isBlank() && !(duplicateDecision instanceof DuplicateDecision.DifferentPerson)) {
            form.name.set(known.name());
        }
        pendingDecision = Optional.of(duplicateDecision);
        save();
    }

    /// Returns to the form; nothing is saved.
    public void dismissDuplicate() {
        duplicate.set(Optional.empty());
    }

    private void saveWithDecision(DuplicateDecision duplicateDecision) {
        duplicate.set(Optional.empty());
        var enrolDetails = form.details(port.now(), port.operator(), strings.locale());
        var taken = photos.accepted();
        var picture = photos.picture();
        saving.set(true);
        taskRunner.run(
                strings.text("enrol.saving"),
                () -> enrol.get().save(enrolDetails, taken, duplicateDecision),
                enrolment -> {
                    saving.set(false);
                    clear();
                    recentEnrolments.add(enrolment.person(), enrolDetails.name(), picture);
                    port.offerUndo(enrolment.person());
                    saved.run();
                },
                problem -> {
                    forgetDecision();
                    showProblem(problem);
                });
    }

    /// After a decision was refused, for instance about a removed person, the next Save searches again.
    private void forgetDecision() {
        pendingDecision = Optional.empty();
        var _ = duplicateSearch.discardUnlessIn(List.of());
    }

    public boolean isEmpty() {
        return photos.tiles().isEmpty() && form.name.get().isEmpty();
    }

    /// Clears the form.
    ///
    /// @return restores the previous content
    public Runnable clear() {
        var tiles = List.copyOf(photos.tiles());
        var typed = form.snapshot();
        photos.clear();
        form.clear();
        pendingDecision = Optional.empty();
        return () -> {
            photos.restore(tiles);
            typed.run();
        };
    }

    /// Something was dropped or pasted that is neither a picture nor a file.
    void refuseInput() {
        problems.accept(List.of(Problem.of("enrol.not-a-picture")));
    }

    private void showProblem(Problem problem) {
        saving.set(false);
        problems.accept(List.of(problem));
    }

    /// Loads the sites to choose from.
    void loadSites(Consumer<List<Site>> offer) {
        taskRunner.runUnlisted(port::sites, offer, this::showProblem);
    }

    void unsubscribe(AutoCloseable subscription) {
        taskRunner.runUnlisted(
                () -> {
                    subscription.close();
                    return true;
                },
                _ -> {},
                this::showProblem);
    }
}
