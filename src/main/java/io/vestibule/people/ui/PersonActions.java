package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.PersonUse;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
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
    private final PersonUse use;
    private RulesQuestion question = (_, _, answer) -> answer.accept(false);

    /// Asks whether the rules that name somebody are to follow a change.
    interface RulesQuestion {

        /// @param merged whether somebody takes their place
        /// @param answer told whether they are to follow; not told if the change is not to be made at all
        void ask(List<PersonUse.Rule> rules, boolean merged, Consumer<Boolean> answer);
    }

    /// @param changed told after everything that was done, with the person to show then
    PersonActions(
            PeopleDesk desk, PeopleParts parts, Work work, Strings strings, Consumer<Optional<PersonId>> changed) {
        this.desk = desk;
        this.commands = parts.commands();
        this.repairs = parts.repairs();
        this.use = parts.use();
        this.work = work;
        this.strings = strings;
        this.changed = changed;
    }

    /// Who asks; until then rules are left alone.
    void askBy(RulesQuestion asked) {
        question = asked;
    }

    public void remove(PersonId person, String name) {
        String words = strings.text("people.removed", name);
        named(
                person,
                false,
                follow -> act(
                        follow
                                ? () -> use.following(person, Optional.empty(), () -> commands.remove(person))
                                : () -> commands.remove(person),
                        words,
                        Optional.empty()));
    }

    /// Where no rule names the person there is nothing to ask.
    private void named(PersonId person, boolean merged, Consumer<Boolean> go) {
        work.quietly(
                () -> use.of(person),
                rules -> {
                    if (rules.isEmpty()) {
                        go.accept(false);
                    } else {
                        question.ask(rules, merged, go);
                    }
                },
                this::failed);
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
        named(
                from,
                true,
                follow -> act(
                        follow
                                ? () -> use.following(from, Optional.of(into), () -> commands.merge(from, into))
                                : () -> commands.merge(from, into),
                        strings.text("people.merged", name),
                        Optional.of(into)));
    }

    public void repair(Trouble trouble, Trouble.Remedy remedy) {
        if (remedy.repair() == Trouble.Repair.MERGE && remedy.person().isPresent()) {
            PersonId into = remedy.person().get();
            named(
                    trouble.person(),
                    true,
                    follow -> mend(
                            remedy,
                            into,
                            follow
                                    ? () -> Optional.of(use.following(
                                            trouble.person(),
                                            Optional.of(into),
                                            () -> repairs.repair(trouble, remedy)
                                                    .orElseThrow()))
                                    : () -> repairs.repair(trouble, remedy)));
        } else {
            mend(remedy, trouble.person(), () -> repairs.repair(trouble, remedy));
        }
    }

    private void mend(Trouble.Remedy remedy, PersonId after, Callable<Optional<Undo>> deed) {
        work.run(
                strings.text("people.working"),
                deed,
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
