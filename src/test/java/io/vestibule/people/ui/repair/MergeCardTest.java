package io.vestibule.people.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.ui.CardScreen;
import io.vestibule.ui.control.FaceTile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Two people who are one: who goes, who stays.
class MergeCardTest extends CardScreen {

    private final List<String> told = new ArrayList<>();

    private MergeCard card() {
        var stays = detail(ana);
        var other = detail(ben);
        MergeCard card = shown(() -> new MergeCard(
                stays,
                other,
                words,
                pictures,
                (gone, kept) ->
                        told.add(gone.person().name() + " into " + kept.person().name()),
                () -> told.add("cancelled")));
        doOnFx(() -> card.first().requestFocus());
        return card;
    }

    @Test
    void theFirstStaysUnlessSomebodyChoosesOtherwise() {
        card();
        assertThat(texts())
                .contains("The photos of Ben Okafor move to Ana Silva, and Ben Okafor is removed from the list.");
        assertThat(((Button) focused()).getText()).isEqualTo("Merge people");
        push(KeyCode.ENTER);
        assertThat(told).containsExactly("Ben Okafor into Ana Silva");
    }

    @Test
    void theOtherStaysOnceChosenAndTheSentenceSaysSo() {
        card();
        clickOn("Keep Ben Okafor");
        assertThat(texts())
                .contains("The photos of Ana Silva move to Ben Okafor, and Ana Silva is removed from the list.");
        clickOn("Merge people");
        clickOn("Keep Ana Silva");
        clickOn("Merge people");
        assertThat(told).containsExactly("Ana Silva into Ben Okafor", "Ben Okafor into Ana Silva");
    }

    @Test
    void theOneWhoIsKeptLongerIsProposedAndBothEndsAreShown() {
        var longer = new PersonEdit(
                ben.name(),
                ben.kind(),
                ben.contact(),
                ben.sites(),
                ben.note(),
                ana.expires().map(end -> end.plus(Duration.ofDays(300))));
        ben = longer.applyTo(ben, ben.name());
        card();
        assertThat(texts())
                .contains("The photos of Ana Silva move to Ben Okafor, and Ana Silva is removed from the list.");
        assertThat(texts().stream().filter(text -> text.startsWith("Deletion: ")))
                .hasSize(2);
    }

    @Test
    void nothingIsMergedByLeavingTheCard() {
        card();
        clickOn("Cancel");
        assertThat(told).containsExactly("cancelled");
    }

    @Test
    void eachSaysTheirKindAndHowManyPhotosTheyHave() {
        photos(ben, 1);
        card();
        assertThat(texts()).contains("Visitor · no photos", "Employee · one photo");
    }

    @Test
    void theFaceAndNoMoreThanThreeOthersAreShown() {
        photos(ana, 6);
        var card = card();
        assertThat(texts()).contains("Visitor · 6 photos");
        assertThat(onFx(() -> card.lookupAll("*").stream()
                        .filter(FaceTile.class::isInstance)
                        .count()))
                .as("a face each, and three more of the first")
                .isEqualTo(5);
    }
}
