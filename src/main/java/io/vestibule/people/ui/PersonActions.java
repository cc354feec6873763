package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Actions on people: each is visible at once, and its banner offers undo. FX thread only.
public final class PersonActions {

    private final PeoplePort port;
    private final PersonCommands commands;
    private final Repairs repairs;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Consumer<Optional<PersonId>> changed;
    private final PersonRuleReferences ruleReferences;
    private RulesQuestion question = (_, _, answer) -> answer.accept(false);

    /// Asks whether the rules that reference a person are to follow a change.
    interface RulesQuestion {

        /// @param merged whether another person replaces them
        /// @param answer receives whether the rules follow; not called if the operator cancels the change
        void ask(List<PersonRuleReferences.RuleReference> rules, boolean merged, Consumer<Boolean> answer);
    }

    /// @param changed called after every action, with the person to select
    PersonActions(
            PeoplePort port,
            PeopleParts parts,
            TaskRunner taskRunner,
            Strings strings,
            Consumer<Optional<PersonId>> changed) {
        this.port = port;
        this.commands = parts.commands();
        this.repairs = parts.repairs();
        this.ruleReferences = parts.ruleReferences();
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.changed = changed;
    }

    /// Sets who asks about rules; until then rules are left unchanged.
    void setRulesQuestion(RulesQuestion asked) {
        question = asked;
    }

    public void remove(PersonId person, String name) {
        remove(person, strings.text("people.removed", name), commands::remove);
    }

    /// The person withdrew consent.
    public void withdrawConsent(PersonId person, String name) {
        remove(person, strings.text("people.withdrawn", name), commands::withdrawConsent);
    }

    private void remove(PersonId person, String words, Function<PersonId, Undo> removal) {
        askAboutRules(
                person,
                false,
                follow -> act(
                        follow
                                ? () -> ruleReferences.changeWithCascade(
                                        person, Optional.empty(), () -> removal.apply(person))
                                : () -> removal.apply(person),
                        words,
                        Optional.empty()));
    }

    /// Without rules that reference the person, no question is asked.
    private void askAboutRules(PersonId person, boolean merged, Consumer<Boolean> go) {
        taskRunner.runUnlisted(
                () -> ruleReferences.rulesNaming(person),
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

    /// @param done runs when the edit is saved
    public void edit(PersonId person, PersonEdit edit, Runnable done, Consumer<Problem> failed) {
        taskRunner.run(
                strings.text("people.working"),
                () -> commands.edit(person, edit),
                undo -> {
                    done.run();
                    showUndoBanner(undo, strings.text("people.edited", edit.name()), Optional.of(person));
                },
                failed);
    }

    /// Renews a returning person.
    ///
    /// @param answer their answer given now; called in the background
    public void renew(PersonId person, String name, Supplier<LegalBasis> answer, Instant until) {
        act(
                () -> commands.renew(person, answer.get(), until),
                strings.text("people.renewed", name),
                Optional.of(person));
    }

    public void move(PhotoId photo, PersonId from, PersonId to, String name) {
        act(() -> commands.move(photo, to), strings.text("people.moved", name), Optional.of(from));
    }

    public void merge(PersonId from, PersonId into, String name) {
        askAboutRules(
                from,
                true,
                follow -> act(
                        follow
                                ? () -> ruleReferences.changeWithCascade(
                                        from, Optional.of(into), () -> commands.merge(from, into))
                                : () -> commands.merge(from, into),
                        strings.text("people.merged", name),
                        Optional.of(into)));
    }

    public void repair(PhotoProblem photoProblem, PhotoProblem.Remedy remedy) {
        if (remedy.repair() == PhotoProblem.Repair.MERGE && remedy.person().isPresent()) {
            PersonId into = remedy.person().get();
            askAboutRules(
                    photoProblem.person(),
                    true,
                    follow -> runRepair(
                            remedy,
                            into,
                            follow
                                    ? () -> Optional.of(ruleReferences.changeWithCascade(
                                            photoProblem.person(),
                                            Optional.of(into),
                                            () -> repairs.repair(photoProblem, remedy)
                                                    .orElseThrow()))
                                    : () -> repairs.repair(photoProblem, remedy)));
        } else {
            runRepair(remedy, photoProblem.person(), () -> repairs.repair(photoProblem, remedy));
        }
    }

    private void runRepair(PhotoProblem.Remedy remedy, PersonId after, Callable<Optional<Undo>> deed) {
        taskRunner.run(
                strings.text("people.working"),
                deed,
                undo -> undo.ifPresentOrElse(
                        back -> showUndoBanner(
                                back, strings.constant("people.repaired", remedy.repair()), Optional.of(after)),
                        () -> {
                            port.showBanner(Banner.done(strings.constant("people.repaired", remedy.repair())));
                            changed.accept(Optional.of(after));
                        }),
                this::failed);
    }

    public void retry(PersonId person) {
        taskRunner.run(
                strings.text("people.working"),
                () -> {
                    commands.retry(person);
                    return person;
                },
                _ -> changed.accept(Optional.of(person)),
                this::failed);
    }

    public void failed(Problem problem) {
        ProblemText words = strings.problem(problem);
        port.showBanner(new Banner(
                Banner.Tone.PROBLEM, words.summary() + " " + words.advice(), Optional.empty(), Optional.empty()));
    }

    private void act(Callable<Undo> deed, String words, Optional<PersonId> after) {
        taskRunner.run(strings.text("people.working"), deed, undo -> showUndoBanner(undo, words, after), problem -> {
            failed(problem);
            changed.accept(after);
        });
    }

    private void showUndoBanner(Undo undo, String words, Optional<PersonId> after) {
        port.showBanner(Banner.undoable(words, () -> back(undo)));
        changed.accept(after);
    }

    private void back(Undo undo) {
        taskRunner.run(
                strings.text("people.working"),
                undo::undo,
                done -> {
                    if (!done) {
                        port.showBanner(Banner.info(strings.text("people.undo-late")));
                    }
                    changed.accept(Optional.of(undo.person()));
                },
                this::failed);
    }
}
