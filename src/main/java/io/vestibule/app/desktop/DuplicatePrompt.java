package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.ui.DuplicateCandidate;
import io.vestibule.enrol.ui.DuplicateCard;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.control.Banner;
import java.util.Optional;

/// Asks about a person who was saved while the service was unavailable and later turned out to resemble
/// another one: the same card as before saving. FX thread.
final class DuplicatePrompt {

    private final Application application;
    private final ScreenContext screenContext;
    private final ScreenAdapter screenAdapter;

    DuplicatePrompt(Application application, ScreenContext screenContext, ScreenAdapter screenAdapter) {
        this.application = application;
        this.screenContext = screenContext;
        this.screenAdapter = screenAdapter;
    }

    void ask(PersonId newcomer) {
        screenContext
                .work()
                .runUnlisted(
                        () -> duplicate(newcomer),
                        found -> found.ifPresentOrElse(
                                question -> show(newcomer, question),
                                () -> screenContext
                                        .banners()
                                        .show(Banner.info(
                                                screenContext.strings().text("app.alike.over")))),
                        screenAdapter::showProblem);
    }

    /// Offers to undo an enrolment of this person, if they were enrolled already; nothing for a new person.
    ///
    /// @param undone runs when it was undone
    void offerUndo(PersonId person, String name, Runnable undone) {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.enrol().commands().undoable().stream()
                                .filter(undo -> undo.kind() == Undo.ChangeKind.ENROL_KNOWN
                                        && undo.person().equals(person))
                                .findFirst(),
                        undo -> undo.ifPresent(back ->
                                showUndoable(screenContext.strings().text("app.alike.known", name), back, undone)),
                        screenAdapter::showProblem);
    }

    /// @param name of the newcomer
    private record Question(String name, DuplicateCandidate candidate) {}

    private Optional<Question> duplicate(PersonId newcomer) {
        return application
                .enrol()
                .duplicates()
                .findQuestion(newcomer)
                .map(question -> new Question(
                        question.newcomer().name(),
                        new DuplicateCandidate(
                                question.match(),
                                Optional.empty(),
                                screenAdapter.thumbnail(
                                        question.match().person().id()),
                                screenAdapter.thumbnail(newcomer),
                                screenAdapter.may(Permission.SEE_FIGURES))));
    }

    private void show(PersonId newcomer, Question question) {
        var overlay = screenContext.overlay();
        var card = new DuplicateCard(
                screenContext.strings(),
                question.candidate(),
                question.name(),
                duplicateDecision -> {
                    overlay.close();
                    answer(newcomer, duplicateDecision);
                },
                overlay::close);
        overlay.show(screenContext.strings().text("enrol.duplicate"), card.node(), card.first(), () -> {});
    }

    private void answer(PersonId newcomer, DuplicateDecision duplicateDecision) {
        screenContext
                .work()
                .run(
                        screenContext.strings().text("app.alike.working"),
                        () -> application.enrol().duplicates().answer(newcomer, duplicateDecision),
                        undo -> showOutcome(undo, duplicateDecision),
                        screenAdapter::showProblem);
    }

    private void showOutcome(Optional<Undo> undo, DuplicateDecision duplicateDecision) {
        var words = screenContext
                .strings()
                .text(
                        duplicateDecision instanceof DuplicateDecision.DifferentPerson
                                ? "app.alike.different"
                                : "app.alike.same");
        undo.ifPresentOrElse(
                back -> showUndoable(words, back, () -> {}),
                () -> screenContext.banners().show(Banner.done(words)));
    }

    private void showUndoable(String words, Undo undo, Runnable undone) {
        screenContext
                .banners()
                .show(Banner.undoable(
                        words,
                        () -> screenContext
                                .work()
                                .runUnlisted(
                                        undo::undo,
                                        done -> {
                                            if (done) {
                                                undone.run();
                                            } else {
                                                showTooLate();
                                            }
                                        },
                                        screenAdapter::showProblem)));
    }

    private void showTooLate() {
        screenContext.banners().show(Banner.info(screenContext.strings().text("people.undo-late")));
    }
}
