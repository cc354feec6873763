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

/// Asks about a person who was saved while the service was unavailable and later turned out to resemble another one:
/// the same card as before saving. FX thread.
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
                                duplicateCandidate -> show(newcomer, duplicateCandidate),
                                () -> screenContext
                                        .banners()
                                        .show(Banner.info(
                                                screenContext.strings().text("app.alike.over")))),
                        screenAdapter::showProblem);
    }

    /// Offers to undo an enrolment of this person, if they were enrolled already; nothing for a new person.
    void offerUndo(PersonId person) {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.enrol().commands().undoable().stream()
                                .filter(undo -> undo.kind() == Undo.ChangeKind.ENROL_KNOWN
                                        && undo.person().equals(person))
                                .findFirst(),
                        undo -> undo.ifPresent(
                                back -> showUndoable(screenContext.strings().text("app.alike.known"), back)),
                        screenAdapter::showProblem);
    }

    private Optional<DuplicateCandidate> duplicate(PersonId newcomer) {
        return application
                .enrol()
                .duplicates()
                .findQuestion(newcomer)
                .map(question -> new DuplicateCandidate(
                        question.match(),
                        Optional.empty(),
                        screenAdapter.thumbnail(question.match().person().id()),
                        screenAdapter.thumbnail(newcomer),
                        screenAdapter.may(Permission.SEE_FIGURES)));
    }

    private void show(PersonId newcomer, DuplicateCandidate duplicateCandidate) {
        var overlay = screenContext.overlay();
        var card = new DuplicateCard(
                screenContext.strings(),
                duplicateCandidate,
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
                back -> showUndoable(words, back), () -> screenContext.banners().show(Banner.done(words)));
    }

    private void showUndoable(String words, Undo undo) {
        screenContext
                .banners()
                .show(Banner.undoable(
                        words,
                        () -> screenContext
                                .work()
                                .runUnlisted(undo::undo, this::showUndone, screenAdapter::showProblem)));
    }

    private void showUndone(boolean undone) {
        if (!undone) {
            screenContext.banners().show(Banner.info(screenContext.strings().text("people.undo-late")));
        }
    }
}
