package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BannerSlotTest extends FxTest {

    private final List<String> undone = new ArrayList<>();
    private final Label below = new Label("below");
    private final BannerSlot slot = onFx(() -> new BannerSlot(Strings.strict("ui")));

    @BeforeEach
    void showSlot() {
        show(600, 200, () -> new VBox(slot, below));
    }

    @Test
    void undoTakesBackOnceAndTheBannerGoes() {
        doOnFx(() -> slot.show(Banner.undoable("Ana was removed.", () -> undone.add("Ana"))));

        clickOn("Undo");

        assertThat(undone).containsExactly("Ana");
        assertThat(slot.showing()).isEmpty();
        assertThat(onFx(slot::undo)).isFalse();
    }

    @Test
    void aNewBannerTakesThePlaceOfTheOneBefore() {
        doOnFx(() -> slot.show(Banner.info("one")));
        doOnFx(() -> slot.show(Banner.info("two")));

        assertThat(lookup("one").tryQuery()).isEmpty();
        assertThat(lookup("two").tryQuery()).isPresent();
    }

    @Test
    void aNoticeThatNobodyAskedForLeavesTheUndoAndComesAfterIt() {
        Banner notice = Banner.info("One rule was sent again.");
        doOnFx(() -> {
            slot.show(Banner.undoable("62 rules were deleted.", () -> undone.add("all")));
            slot.showNotice(notice);
            slot.showNotice(notice);
        });
        assertThat(slot.showing()).map(Banner::text).contains("62 rules were deleted.");

        clickOn("Undo");

        assertThat(undone).containsExactly("all");
        assertThat(slot.showing()).contains(notice);
        doOnFx(slot::close);
        assertThat(slot.showing()).isEmpty();
    }

    @Test
    void noNoticeWaitsForTheNextOperator() {
        doOnFx(() -> {
            slot.show(Banner.done("Saved."));
            slot.showNotice(Banner.info("Beta: one rule was sent again."));
            slot.clear();
        });

        assertThat(slot.showing()).isEmpty();
    }

    /// WCAG 2.2.1: a message does not go while it is read, or while its button is about to be pressed.
    @Test
    void aBannerStaysWhileThePointerIsOnItAlsoIfItWasThereBefore() {
        moveTo(slot);
        doOnFx(() -> {
            below.setFocusTraversable(true);
            below.requestFocus();
        });
        doOnFx(() -> slot.show(Banner.undoable("Ana was removed.", () -> undone.add("Ana"))));
        assertThat(onFx(slot::isClosing)).isFalse();

        moveTo(below);
        until(slot::isClosing);

        doOnFx(() -> slot.lookup(".banner-button").requestFocus());
        assertThat(onFx(slot::isClosing)).isFalse();
    }

    @Test
    void nothingBelowMoves() {
        double before = onFx(() -> below.getBoundsInParent().getMinY());

        doOnFx(() -> slot.show(Banner.done("Saved.")));

        assertThat(onFx(() -> below.getBoundsInParent().getMinY())).isEqualTo(before);
    }
}
