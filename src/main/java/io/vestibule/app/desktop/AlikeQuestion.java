package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.ui.Duplicate;
import io.vestibule.enrol.ui.DuplicateCard;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.control.Banner;
import java.util.Optional;

/// Asks about somebody who was saved while the service was away, and who turned out to look like somebody else: the
/// same card as before saving. FX thread.
final class AlikeQuestion {

    private final House house;
    private final Furniture furniture;
    private final Desk desk;

    AlikeQuestion(House house, Furniture furniture, Desk desk) {
        this.house = house;
        this.furniture = furniture;
        this.desk = desk;
    }

    void ask(PersonId newcomer) {
        furniture
                .work()
                .quietly(
                        () -> duplicate(newcomer),
                        found -> found.ifPresentOrElse(
                                duplicate -> show(newcomer, duplicate),
                                () -> furniture
                                        .banners()
                                        .show(Banner.info(furniture.strings().text("app.alike.over")))),
                        desk::tell);
    }

    private Optional<Duplicate> duplicate(PersonId newcomer) {
        return house.enrol()
                .duplicates()
                .about(newcomer)
                .map(question -> new Duplicate(
                        question.match(),
                        Optional.empty(),
                        desk.thumbnail(question.match().person().id()),
                        desk.thumbnail(newcomer),
                        desk.may(Permission.SEE_FIGURES)));
    }

    private void show(PersonId newcomer, Duplicate duplicate) {
        var overlay = furniture.overlay();
        var card = new DuplicateCard(
                furniture.strings(),
                duplicate,
                decision -> {
                    overlay.close();
                    answer(newcomer, decision);
                },
                overlay::close);
        overlay.show(furniture.strings().text("enrol.duplicate"), card.node(), card.first(), () -> {});
    }

    private void answer(PersonId newcomer, Decision decision) {
        furniture
                .work()
                .run(
                        furniture.strings().text("app.alike.working"),
                        () -> house.enrol().duplicates().answer(newcomer, decision),
                        undo -> tell(undo, decision),
                        desk::tell);
    }

    private void tell(Optional<Undo> undo, Decision decision) {
        var words = furniture
                .strings()
                .text(decision instanceof Decision.DifferentPerson ? "app.alike.different" : "app.alike.same");
        furniture
                .banners()
                .show(undo.map(back ->
                                Banner.undoable(words, () -> furniture.work().quietly(back::undo, _ -> {}, desk::tell)))
                        .orElseGet(() -> Banner.done(words)));
    }
}
