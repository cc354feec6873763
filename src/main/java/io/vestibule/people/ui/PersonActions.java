package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What can be done with people: each shows at once, and its banner takes it back. FX thread only.
public final class PersonActions {

    private final PeopleDesk desk;
    private final PersonCommands commands;
    private final Repairs repairs;
    private final Work work;
    private final Strings strings;
    private final Consumer<Optional<PersonId>> changed;

    /// @param changed told after everything that was done, with the person to show then
    PersonActions(
            PeopleDesk desk, PeopleParts parts, Work work, Strings strings, Consumer<Optional<PersonId>> changed) {
        this.desk = desk;
        this.commands = parts.commands();
        this.repairs = parts.repairs();
        this.work = work;
        this.strings = strings;
        this.changed = changed;
    }

    public void remove(PersonId person, String name) {
        act(() -> commands.remove(person), strings.text("people.removed", name), Optional.empty());
    }

    public void removePhoto(PhotoId photo, PersonId person) {
        act(() -> commands.removePhoto(photo), strings.text("people.photo-removed"), Optional.of(person));
    }

    /// @param done told when it was saved
    public void edit(PersonId person, PersonEdit edit, Runnable done, Consumer<Problem> failed) {
        work.run(
                strings.text("people.working"),
                () -> commands.edit(person, edit),
                undo -> {
                    done.run();
                    tell(undo, strings.text("people.edited", edit.name()), Optional.of(person));
                },
                failed);
    }

    /// Somebody comes again.
    public void renew(PersonId person, String name, LegalBasis.Method method, Instant until) {
        act(
                () -> commands.renew(person, desk.consent(method), until),
                strings.text("people.renewed", name),
                Optional.of(person));
    }

    public void move(PhotoId photo, PersonId from, PersonId to, String name) {
        act(() -> commands.move(photo, to), strings.text("people.moved", name), Optional.of(from));
    }

    public void merge(PersonId from, PersonId into, String name) {
        act(() -> commands.merge(from, into), strings.text("people.merged", name), Optional.of(into));
    }

    public void repair(Trouble trouble, Trouble.Remedy remedy) {
        PersonId after =
                remedy.repair() == Trouble.Repair.MERGE ? remedy.person().orElse(trouble.person()) : trouble.person();
        work.run(
                strings.text("people.working"),
                () -> repairs.repair(trouble, remedy),
                undo -> undo.ifPresentOrElse(
                        back -> tell(back, strings.constant("people.repaired", remedy.repair()), Optional.of(after)),
                        () -> {
                            desk.tell(Banner.done(strings.constant("people.repaired", remedy.repair())));
                            changed.accept(Optional.of(after));
                        }),
                this::failed);
    }

    public void retry(PersonId person) {
        work.run(
                strings.text("people.working"),
                () -> {
                    commands.retry(person);
                    return person;
                },
                _ -> changed.accept(Optional.of(person)),
                this::failed);
    }

    public void failed(Problem problem) {
        ProblemWords words = strings.problem(problem);
        desk.tell(new Banner(
                Banner.Tone.PROBLEM, words.what() + " " + words.advice(), Optional.empty(), Optional.empty()));
    }

    private void act(Callable<Undo> deed, String words, Optional<PersonId> after) {
        work.run(strings.text("people.working"), deed, undo -> tell(undo, words, after), problem -> {
            failed(problem);
            changed.accept(after);
        });
    }

    private void tell(Undo undo, String words, Optional<PersonId> after) {
        desk.tell(Banner.undoable(words, () -> back(undo)));
        changed.accept(after);
    }

    private void back(Undo undo) {
        work.run(
                strings.text("people.working"),
                undo::undo,
                done -> {
                    if (!done) {
                        desk.tell(Banner.info(strings.text("people.undo-late")));
                    }
                    changed.accept(Optional.of(undo.person()));
                },
                this::failed);
    }
}
