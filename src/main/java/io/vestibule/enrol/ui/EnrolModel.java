package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Enrolment;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.Person;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// State of the Enrol screen without its nodes: the draft in memory, and the latest enrolments. FX thread.
public final class EnrolModel {

    private final Supplier<EnrolFlow> enrol;
    private final Supplier<RetakeFlow> retake;
    private final EnrolPort port;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final EnrolForm form;
    private final PhotoStrip photos;
    private final RecentEnrolments recentEnrolments;
    private final BooleanProperty saving = new SimpleBooleanProperty(false);
    private final AddedPhotos added;
    private final PictureGate gate;
    private final DuplicateCheck duplicates;
    private final ReviewQuestion review = new ReviewQuestion();
    private Consumer<List<Problem>> problems = _ -> {};
    private Runnable saved = () -> {};

    public EnrolModel(EnrolParts parts, EnrolPort port, TaskRunner taskRunner, Strings strings) {
        this.enrol = parts.enrol();
        this.retake = parts.retake();
        this.port = port;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.form = new EnrolForm(question(), port::defaultRetentionDays);
        this.added = new AddedPhotos(question());
        this.photos = new PhotoStrip(parts.intake(), taskRunner, strings, this::showProblem);
        this.gate = new PictureGate(form, added, photos, this::showProblem);
        this.duplicates = new DuplicateCheck(enrol, port, taskRunner, strings, this::showProblem);
        photos.setListener(this::photosChanged);
        this.recentEnrolments =
                new RecentEnrolments(parts.statuses(), port, taskRunner, strings, this::people, this::forgetPerson);
    }

    private ConsentQuestion question() {
        return new ConsentQuestion(port, taskRunner, strings.locale(), this::showProblem);
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
        return duplicates.early();
    }

    /// A similar person found by [#save()], until the operator answers.
    public ObjectProperty<Optional<DuplicateCandidate>> duplicate() {
        return duplicates.question();
    }

    /// The question about a review after the deletion.
    ReviewQuestion reviewQuestion() {
        return review;
    }

    /// The enrolled person of whom more photos are taken; empty while a new person is enrolled.
    ReadOnlyObjectProperty<Optional<AddPhotosRequest>> addPhotosRequest() {
        return added.request();
    }

    AddedPhotos addedPhotos() {
        return added;
    }

    PictureGate gate() {
        return gate;
    }

    /// Starts taking photos of an enrolled person. The photos of the new person's draft are set aside until
    /// [#enrolNew].
    public void beginAddPhotos(AddPhotosRequest known) {
        var draft = List.copyOf(photos.tiles());
        photos.clear();
        var _ = gate.waiting().removeAll();
        photos.compareWith(known.inUse(), known.name());
        added.begin(known, draft);
    }

    /// Returns to the draft of the new person.
    public void enrolNew() {
        if (added.isOpen()) {
            var _ = gate.waiting().removeAll();
            photos.compareWith(List.of(), "");
            photos.restore(added.end());
        }
    }

    /// Begins a new person: whatever was entered or taken is put aside. While something is being saved nothing
    /// happens, since the form is empty again as soon as it is saved.
    ///
    /// @return brings back what was put aside; empty if there was nothing
    public Optional<Runnable> beginNew() {
        if (saving.get()) {
            return Optional.empty();
        }
        var more = added.request().get();
        var answer = List.copyOf(added.answer());
        var taken = more.isPresent() ? List.copyOf(photos.tiles()) : List.<Tile>of();
        enrolNew();
        if (isEmpty() && taken.isEmpty()) {
            return Optional.empty();
        }
        var draft = clear();
        return Optional.of(() -> {
            draft.run();
            more.ifPresent(known -> {
                beginAddPhotos(known);
                added.answer().setAll(answer);
                photos.restore(taken);
            });
        });
    }

    /// Another operator takes over: nothing of the previous one is left.
    public void forget() {
        enrolNew();
        var _ = clear();
        recentEnrolments.clear();
    }

    /// The enrolled people who are shown here, besides the latest enrolments.
    private Set<PersonId> people() {
        return Stream.of(
                        added.request().get().map(AddPhotosRequest::person).stream(),
                        duplicates.people(),
                        photos.holders())
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    /// Somebody was removed: they are not shown as similar any more, and no photos of them are taken.
    private void forgetPerson(PersonId person) {
        if (added.request().get().filter(known -> known.person().equals(person)).isPresent()) {
            enrolNew();
        }
        duplicates.forget(person);
        photos.forget(person);
    }

    /// Whether photos may be added: only with a legal basis, which an enrolled person may have already.
    public BooleanBinding permitted() {
        return gate.permitted();
    }

    /// Whether the person refuses photos.
    public BooleanBinding declined() {
        return gate.declined();
    }

    EnrolPort port() {
        return port;
    }

    /// @param onProblems receives the validation problems, in the order of the form
    /// @param done runs when the draft was saved and the form is empty again
    void setListeners(Consumer<List<Problem>> onProblems, Runnable done) {
        problems = onProblems;
        saved = done;
    }

    /// Adds files and folders. Before there is consent or a reason nothing is read: they wait for it.
    public void addFiles(List<Path> paths) {
        gate.give(() -> photos.addFiles(paths));
    }

    public void addPicture(Pixels picture) {
        gate.give(() -> photos.addPicture(picture));
    }

    /// Adds a picture that the camera captured.
    ///
    /// @return its tile in the strip; empty without a legal basis
    public Optional<Tile> addCaptured(Pixels picture) {
        return gate.permitted().get() ? Optional.of(photos.addCaptured(picture)) : Optional.empty();
    }

    /// @param file the bytes of a picture file
    public void addEncoded(byte[] file) {
        gate.give(() -> photos.addEncoded(file));
    }

    /// Validates the form, searches for duplicates, and saves.
    public void save() {
        if (saving.get()) {
            return;
        }
        if (added.isOpen()) {
            added.request().get().ifPresent(this::saveAddedPhotos);
            return;
        }
        var details = form.details(port.now(), port.operator());
        var wrong = new ArrayList<>(details.problems(port.now()));
        form.reviewProblem()
                .ifPresent(date ->
                        wrong.replaceAll(problem -> problem.code().equals("enrol.reason-missing") ? date : problem));
        if (!wrong.isEmpty()) {
            problems.accept(wrong);
            return;
        }
        if (photos.savesLater(saving, this::save)) {
            return;
        }
        if (review.asks(details)) {
            return;
        }
        duplicates
                .answered()
                .ifPresentOrElse(
                        answer -> saveWithDecision(answer.decision()),
                        () -> photos.best()
                                .ifPresentOrElse(
                                        this::searchThenSave,
                                        () -> photos.known()
                                                .ifPresentOrElse(
                                                        duplicates::ask,
                                                        () -> saveWithDecision(new DuplicateDecision.NoDuplicate()))));
    }

    private void saveAddedPhotos(AddPhotosRequest known) {
        var taken = photos.accepted();
        if (!gate.permitted().get()) {
            problems.accept(List.of(gate.missing()));
            return;
        }
        if (photos.savesLater(saving, this::save)) {
            return;
        }
        if (taken.isEmpty()) {
            problems.accept(List.of(Problem.of("enrol.photo-missing")));
            return;
        }
        var picture = photos.picture();
        var consent = added.consent(port.now(), port.operator());
        saving.set(true);
        taskRunner.run(
                strings.text("enrol.saving"),
                () -> known.replaces().isPresent()
                        ? retake.get().retake(known.replaces().get(), taken, consent)
                        : enrol.get().addPhotos(known.person(), taken, consent),
                enrolment -> {
                    saving.set(false);
                    enrolNew();
                    recentEnrolments.add(enrolment.person(), known.name(), picture, photosAdded(enrolment));
                    saved.run();
                },
                this::showProblem);
    }

    /// Searches for duplicates in advance, except while more photos of an enrolled person are taken.
    private void photosChanged() {
        duplicates.photosChanged(photos.accepted(), added.isOpen() ? Optional.empty() : photos.frontal());
    }

    private void searchThenSave(DraftPhoto best) {
        saving.set(true);
        duplicates.search(
                best,
                () -> saveWithDecision(new DuplicateDecision.NoDuplicate()),
                problem -> {
                    if (CloudFailure.isConnectionFailure(problem.code())) {
                        saveWithDecision(new DuplicateDecision.SearchDeferred());
                    } else {
                        showProblem(problem);
                    }
                },
                () -> saving.set(false));
    }

    /// Saves with the operator's decision; if the form is not valid yet, the decision is used by the next Save.
    ///
    /// @param known the similar person
    void answer(Person known, DuplicateDecision duplicateDecision) {
        duplicates.answer(known, duplicateDecision);
        if (form.name.get().isBlank() && !(duplicateDecision instanceof DuplicateDecision.DifferentPerson)) {
            form.name.set(known.name());
        }
        save();
    }

    /// Returns to the form; nothing is saved.
    public void dismissDuplicate() {
        duplicate().set(Optional.empty());
    }

    private void saveWithDecision(DuplicateDecision duplicateDecision) {
        duplicate().set(Optional.empty());
        var enrolDetails = form.details(port.now(), port.operator());
        var taken = photos.accepted();
        var picture = photos.picture();
        var joined = duplicates.answered().filter(DuplicateCheck.Answered::isKnown);
        var name = joined.map(answer -> answer.nameAfter(enrolDetails.name())).orElse(enrolDetails.name());
        saving.set(true);
        taskRunner.run(
                strings.text("enrol.saving"),
                () -> enrol.get().save(enrolDetails, taken, duplicateDecision),
                enrolment -> {
                    saving.set(false);
                    clear();
                    var person = enrolment.person();
                    recentEnrolments.add(person, name, picture, joined.isPresent() ? photosAdded(enrolment) : "");
                    joined.ifPresent(_ -> port.offerUndo(person, name, () -> recentEnrolments.remove(person)));
                    saved.run();
                },
                problem -> {
                    duplicates.searchAgain();
                    showProblem(problem);
                });
    }

    /// Whether nothing was entered, taken or answered.
    public boolean isEmpty() {
        return photos.tiles().isEmpty() && gate.waiting().isEmpty() && form.isEmpty();
    }

    private String photosAdded(Enrolment enrolment) {
        return strings.text("enrol.added", enrolment.saved());
    }

    /// Clears the form.
    ///
    /// @return restores the previous content
    public Runnable clear() {
        var tiles = List.copyOf(photos.tiles());
        var unread = gate.waiting().removeAll();
        var typed = form.snapshot();
        photos.clear();
        form.clear();
        duplicates.reset();
        review.reset();
        return () -> {
            photos.restore(tiles);
            gate.waiting().restore(unread);
            typed.run();
        };
    }

    /// Something was dropped or pasted that is neither a picture nor a file.
    void refuseInput() {
        problems.accept(List.of(Problem.of("enrol.not-a-picture")));
    }

    void showProblem(Problem problem) {
        saving.set(false);
        problems.accept(List.of(problem));
    }

    /// Loads the sites to choose from, and the text that asks for consent, which may have been changed.
    void loadSites(Consumer<List<Site>> offer) {
        form.ask();
        taskRunner.runUnlisted(port::sites, offer, this::showProblem);
    }
}
