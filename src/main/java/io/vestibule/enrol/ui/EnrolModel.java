package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Match;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
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

/// The Enrol screen without its nodes: the draft in memory, and the people saved last. FX thread.
public final class EnrolModel {

    private static final float SAME = 100;

    private final Supplier<EnrolFlow> enrol;
    private final Supplier<RetakeFlow> retake;
    private final EnrolDesk desk;
    private final Work work;
    private final Strings strings;
    private final EnrolForm form;
    private final PhotoStrip photos;
    private final Results results;
    private final BooleanProperty saving = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Duplicate>> duplicate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<MorePhotos>> more = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding permitted;
    private final AlikeSearch alike;
    private List<Tile> aside = List.of();
    private Optional<Decision> answered = Optional.empty();
    private Consumer<List<Problem>> problems = _ -> {};
    private Runnable saved = () -> {};

    public EnrolModel(EnrolParts parts, EnrolDesk desk, Work work, Strings strings) {
        this.enrol = parts.enrol();
        this.retake = parts.retake();
        this.desk = desk;
        this.work = work;
        this.strings = strings;
        this.form = new EnrolForm(desk::usualDays);
        this.permitted = Bindings.createBooleanBinding(
                () -> more.get().isPresent() || form.basis().get(), more, form.basis());
        this.photos = new PhotoStrip(parts.intake(), work, strings, this::tell);
        this.alike = new AlikeSearch(this::alike, work, desk::now, strings.text("enrol.searching"));
        photos.connect(this::photosChanged);
        this.results = new Results(parts.standings(), desk, work, strings);
    }

    public EnrolForm form() {
        return form;
    }

    public PhotoStrip photos() {
        return photos;
    }

    public Results results() {
        return results;
    }

    public BooleanProperty saving() {
        return saving;
    }

    /// Somebody alike who was seen before Save, to be told of.
    ReadOnlyObjectProperty<Optional<Duplicate>> alikeSeen() {
        return alike.seen();
    }

    /// Somebody alike who was found by the last [#save()], until it is answered.
    public ObjectProperty<Optional<Duplicate>> duplicate() {
        return duplicate;
    }

    /// Somebody who is there already, of whom photos are taken; empty while somebody new is enrolled.
    ReadOnlyObjectProperty<Optional<MorePhotos>> more() {
        return more;
    }

    /// Takes photos of somebody known. The draft of somebody new waits meanwhile.
    public void takePhotos(MorePhotos known) {
        if (more.get().isEmpty()) {
            aside = List.copyOf(photos.tiles());
        }
        photos.clear();
        more.set(Optional.of(known));
    }

    /// Goes back to the draft of somebody new.
    public void enrolNew() {
        if (more.get().isPresent()) {
            photos.restore(aside);
            aside = List.of();
            more.set(Optional.empty());
        }
    }

    /// Whether photos may be taken in: of somebody new with a basis, of somebody known always.
    public BooleanBinding permitted() {
        return permitted;
    }

    EnrolDesk desk() {
        return desk;
    }

    /// Holds a document beside the best photo of the draft.
    void compareDocument() {
        photos.best()
                .ifPresentOrElse(
                        photo -> desk.compareDocument(
                                form.name.get(), photo.photo().bytes()),
                        () -> tell(Problem.of("enrol.photo-missing")));
    }

    boolean mayWatch() {
        return desk.may(Permission.ENROL_WATCH);
    }

    /// @param told what is wrong, in the order of the form
    /// @param done the draft was saved and the form is free
    void connect(Consumer<List<Problem>> told, Runnable done) {
        problems = told;
        saved = done;
    }

    /// Takes files and folders in; without a legal basis none is read.
    public void add(List<Path> paths) {
        if (basisGiven()) {
            photos.add(paths);
        }
    }

    public void add(Pixels picture) {
        if (basisGiven()) {
            photos.add(picture);
        }
    }

    /// Takes in what the camera took.
    ///
    /// @return its place in the strip; empty without a legal basis
    public Optional<Tile> take(Pixels picture) {
        return basisGiven() ? Optional.of(photos.addPosed(picture)) : Optional.empty();
    }

    /// @param file the bytes of a picture file
    public void add(byte[] file) {
        if (basisGiven()) {
            photos.add(file);
        }
    }

    private boolean basisGiven() {
        if (more.get().isPresent()) {
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

    /// Checks the form, looks for somebody alike, and saves.
    public void save() {
        if (saving.get()) {
            return;
        }
        if (more.get().isPresent()) {
            save(more.get().get());
            return;
        }
        var wrong = form.details(desk.now(), desk.operator(), strings.locale()).problems(desk.now());
        if (!wrong.isEmpty()) {
            problems.accept(wrong);
            return;
        }
        if (photos.busy()) {
            problems.accept(List.of(Problem.of("enrol.still-checking")));
            return;
        }
        if (answered.isPresent()) {
            save(answered.get());
            return;
        }
        photos.best()
                .ifPresentOrElse(
                        this::search,
                        () -> photos.known().ifPresentOrElse(this::ask, () -> save(new Decision.Unknown())));
    }

    private void save(MorePhotos known) {
        var taken = photos.accepted();
        if (photos.busy()) {
            problems.accept(List.of(Problem.of("enrol.still-checking")));
            return;
        }
        if (taken.isEmpty()) {
            problems.accept(List.of(Problem.of("enrol.photo-missing")));
            return;
        }
        var picture = photos.picture();
        saving.set(true);
        work.run(
                strings.text("enrol.saving"),
                () -> known.instead().isPresent()
                        ? retake.get().retake(known.instead().get(), taken)
                        : enrol.get().add(known.person(), taken),
                enrolment -> {
                    saving.set(false);
                    enrolNew();
                    results.add(enrolment.person(), known.name(), picture);
                    saved.run();
                },
                this::tell);
    }

    /// Nothing is new but the form: whose photos these are is somebody who comes again, or they belong to two.
    private void ask(PhotoIntake.Taken.Known known) {
        var holder = known.holder();
        work.quietly(
                () -> desk.thumbnail(holder.id()),
                picture -> duplicate.set(Optional.of(new Duplicate(
                        new Match(holder, SAME, ""),
                        Optional.empty(),
                        picture,
                        Optional.of(known.photo().thumbnail()),
                        false))),
                this::tell);
    }

    /// Nobody is asked about while more photos of somebody known are taken.
    private void photosChanged() {
        if (alike.keepOnly(photos.accepted())) {
            answered = Optional.empty();
        }
        if (more.get().isEmpty()) {
            photos.frontal().ifPresent(alike::early);
        }
    }

    /// Blocks.
    private Optional<Duplicate> alike(DraftPhoto photo) {
        var found = enrol.get().alreadyEnrolled(photo);
        return found.stream()
                .findFirst()
                .map(match -> new Duplicate(
                        match,
                        found.stream().skip(1).findFirst(),
                        desk.thumbnail(match.person().id()),
                        Optional.of(photo.thumbnail()),
                        desk.may(Permission.SEE_FIGURES)));
    }

    private void search(DraftPhoto best) {
        saving.set(true);
        alike.now(
                best,
                found -> {
                    saving.set(false);
                    if (found.isPresent()) {
                        duplicate.set(found);
                    } else {
                        save(new Decision.Unknown());
                    }
                },
                problem -> {
                    if (CloudFailure.ofConnection(problem.code())) {
                        save(new Decision.NotAsked());
                    } else {
                        tell(problem);
                    }
                });
    }

    /// Saves with the answer to what was found; if the form is not ready for that, the answer counts when it is.
    ///
    /// @param known who was found
    void answer(Person known, Decision decision) {
        duplicate.set(Optional.empty());
        if (form.name.get().isBlank() && !(decision instanceof Decision.DifferentPerson)) {
            form.name.set(known.name());
        }
        answered = Optional.of(decision);
        save();
    }

    /// Goes back to the form; nothing is saved.
    public void dismissDuplicate() {
        duplicate.set(Optional.empty());
    }

    private void save(Decision decision) {
        duplicate.set(Optional.empty());
        var details = form.details(desk.now(), desk.operator(), strings.locale());
        var taken = photos.accepted();
        var picture = photos.picture();
        saving.set(true);
        work.run(
                strings.text("enrol.saving"),
                () -> enrol.get().save(details, taken, decision),
                enrolment -> {
                    saving.set(false);
                    clear();
                    results.add(enrolment.person(), details.name(), picture);
                    saved.run();
                },
                this::tell);
    }

    public boolean isEmpty() {
        return photos.tiles().isEmpty() && form.name.get().isEmpty();
    }

    /// Empties the form.
    ///
    /// @return puts back what was there
    public Runnable clear() {
        var tiles = List.copyOf(photos.tiles());
        var typed = form.copy();
        photos.clear();
        form.clear();
        answered = Optional.empty();
        return () -> {
            photos.restore(tiles);
            typed.run();
        };
    }

    private void tell(Problem problem) {
        saving.set(false);
        problems.accept(List.of(problem));
    }

    /// Reads the sites that can be chosen.
    void loadSites(Consumer<List<Site>> offer) {
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
}
