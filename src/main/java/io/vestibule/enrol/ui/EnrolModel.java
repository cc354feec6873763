package io.vestibule.enrol.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.Site;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The Enrol screen without its nodes: the draft in memory, and the people saved last. FX thread.
public final class EnrolModel {

    private final EnrolFlow enrol;
    private final EnrolDesk desk;
    private final Work work;
    private final Strings strings;
    private final EnrolForm form;
    private final PhotoStrip photos;
    private final Results results;
    private final BooleanProperty saving = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Duplicate>> duplicate = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<List<Problem>> problems = _ -> {};
    private Runnable saved = () -> {};

    public EnrolModel(
            EnrolFlow enrol,
            PhotoIntake intake,
            PersonStandings standings,
            EnrolDesk desk,
            Work work,
            Strings strings) {
        this.enrol = enrol;
        this.desk = desk;
        this.work = work;
        this.strings = strings;
        this.form = new EnrolForm(desk::usualDays);
        this.photos = new PhotoStrip(intake, work, strings, this::tell);
        this.results = new Results(standings, desk, work, strings);
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

    /// Somebody alike who was found by the last [#save()], until it is answered.
    public ObjectProperty<Optional<Duplicate>> duplicate() {
        return duplicate;
    }

    EnrolDesk desk() {
        return desk;
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
        var wrong = form.details(desk.now(), desk.operator(), strings.locale()).problems(desk.now());
        if (!wrong.isEmpty()) {
            problems.accept(wrong);
            return;
        }
        if (photos.busy()) {
            problems.accept(List.of(Problem.of("enrol.still-checking")));
            return;
        }
        photos.best().ifPresentOrElse(this::search, () -> save(new Decision.Unknown()));
    }

    private void search(DraftPhoto best) {
        saving.set(true);
        work.run(
                strings.text("enrol.searching"),
                () -> enrol.alreadyEnrolled(best).stream()
                        .findFirst()
                        .map(match -> new Duplicate(
                                match, desk.thumbnail(match.person().id()), best, desk.may(Permission.SEE_FIGURES))),
                found -> {
                    saving.set(false);
                    if (found.isPresent()) {
                        duplicate.set(found);
                    } else {
                        save(new Decision.Unknown());
                    }
                },
                this::tell);
    }

    /// Goes back to the form; nothing is saved.
    public void dismissDuplicate() {
        duplicate.set(Optional.empty());
    }

    /// Saves with the answer to what was found.
    public void save(Decision decision) {
        duplicate.set(Optional.empty());
        var details = form.details(desk.now(), desk.operator(), strings.locale());
        var taken = photos.accepted();
        var picture = photos.picture();
        saving.set(true);
        work.run(
                strings.text("enrol.saving"),
                () -> enrol.save(details, taken, decision),
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
