package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.rules.RuleRecord;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cameras by site, and their events. The embedded VMS has cameras 849 to 851 at site 12 and 852 to 854 at site 15.
class RuleCamerasCardTest extends RulesUi {

    private RuleRecord rule;

    @BeforeEach
    void showCard() {
        rule = at.rules.flow().create();
        open(rule);
        openCard();
    }

    private void openCard() {
        RuleCamerasCard card = onFx(() -> new RuleCamerasCard(model));
        show(800, 500, () -> card);
        doOnFx(() -> model.draft.subscribe(now -> now.ifPresent(draft -> card.show(draft, model.mayEdit()))));
    }

    @Test
    void camerasStandBelowTheirSitesAndWhatIsOfflineSaysSo() {
        assertThat(boxes())
                .containsExactly(
                        "Site 12",
                        "Main entrance",
                        "Reception desk",
                        "Staff entrance",
                        "Site 15",
                        "Warehouse gate",
                        "Loading dock",
                        "Car park (offline)");
    }

    @Test
    void camerasAreSearchedByTheirNamesAndByTheirSites() {
        doOnFx(() -> model.edit(draft -> draft.withCameras(List.of(1L, 2L, 3L, 4L))));
        openCard();

        type("Find a camera or site", "gate");
        assertThat(boxes()).containsExactly("Site 15", "Warehouse gate");
        fire("Warehouse gate");
        assertThat(stored(rule).draft().cameras()).hasSize(5);
        doOnFx(() -> field("Find a camera or site").setText("site 12"));
        assertThat(boxes()).containsExactly("Site 12", "Main entrance", "Reception desk", "Staff entrance");
        doOnFx(() -> field("Find a camera or site").setText("nowhere"));
        assertThat(texts()).contains("No camera matches the search.");
        doOnFx(() -> field("Find a camera or site").requestFocus());
        tap(KeyCode.ESCAPE);
        assertThat(boxes()).contains("Main entrance", "Warehouse gate");
    }

    @Test
    void aSiteThatIsLinkedHasOurName() {
        var site = desk.sites().getFirst();
        at.application.storage().people().companies().link(site.id(), Optional.of("15"));
        open(rule);
        openCard();

        assertThat(boxes()).contains("Site 12").doesNotContain("Site 15");
        assertThat(boxes().get(4)).isEqualTo(site.name());
    }

    @Test
    void aChosenCameraIsNotSaidToBeGoneWhileTheVmsIsAway() {
        doOnFx(() -> model.edit(draft -> draft.withCameras(List.of(849L))));
        at.faults().failNext("GET", VmsFault.ILL, false);
        open(stored(rule));
        openCard();

        assertThat(boxes()).containsExactly("Chosen cameras", "Camera 849");
        assertThat(texts()).contains(WORDS.text("rules.cameras-later"));
    }

    @Test
    void twoGroupsOfOneNameAreBothListed() {
        var companies = at.application.storage().people().companies();
        var site = desk.sites().getFirst();
        companies.rename(site.id(), "Site 15");
        companies.link(site.id(), Optional.of("12"));
        open(rule);
        openCard();

        assertThat(boxes()).hasSize(8).contains("Main entrance", "Warehouse gate");
        assertThat(boxes().get(0)).isEqualTo("Site 15");
        assertThat(boxes().get(4)).isEqualTo("Site 15");
    }

    @Test
    void aCameraIsChosenAndLeftByItsBox() {
        clickOn(box("Reception desk"));
        assertThat(cameras()).containsExactly(850L);

        doOnFx(() -> box("Main entrance").requestFocus());
        tap(KeyCode.SPACE);
        assertThat(cameras()).containsExactly(849L, 850L);

        clickOn(box("Reception desk"));
        assertThat(cameras()).containsExactly(849L);
    }

    @Test
    void theBoxOfASiteChoosesAllOfItAndLeavesAllOfIt() {
        clickOn(box("Staff entrance"));
        clickOn(box("Loading dock"));
        assertThat(box("Site 12").isIndeterminate()).isTrue();
        assertThat(box("Site 12").getAccessibleText()).isEqualTo("Site 12: 1 of 3 cameras");

        doOnFx(() -> box("Site 12").fire());
        assertThat(cameras()).containsExactly(849L, 850L, 851L, 853L);
        assertThat(box("Site 12").isSelected()).isTrue();
        assertThat(box("Site 12").isIndeterminate()).isFalse();

        doOnFx(() -> box("Site 12").fire());
        assertThat(cameras()).containsExactly(853L);
    }

    @Test
    void aBoxKeepsTheFocusWhenItIsSwitched() {
        CheckBox box = box("Reception desk");
        doOnFx(box::requestFocus);

        tap(KeyCode.SPACE);

        assertThat(box.isFocused()).isTrue();
        assertThat(box("Reception desk")).isSameAs(box);
    }

    @Test
    void aCameraThatTheVmsDoesNotHaveAnyMoreIsListedApartAndCanBeLeft() {
        doOnFx(() -> model.edit(draft -> draft.withCameras(List.of(849L, 999L))));
        assertThat(boxes()).endsWith("No longer on the VMS", "Camera 999");

        doOnFx(() -> box("Camera 999").fire());

        assertThat(cameras()).containsExactly(849L);
        assertThat(boxes()).doesNotContain("Camera 999");
    }

    @Test
    void eventsAreThoseOfTheVmsAndThoseOfTheRule() {
        doOnFx(() -> model.edit(draft -> draft.withEventAliases(List.of("motion", "smoke"))));

        assertThat(chips()).containsExactly("motion", "line crossing", "smoke");
        assertThat(chip("motion").isSelected()).isTrue();
        assertThat(chip("line crossing").isSelected()).isFalse();
    }

    @Test
    void anEventIsChosenAndLeftByItsChip() {
        clickOn(chip("line crossing"));
        assertThat(stored(rule).draft().eventAliases()).containsExactly("motion", "line_crossing");

        clickOn(chip("motion"));
        assertThat(stored(rule).draft().eventAliases()).containsExactly("line_crossing");
    }

    @Test
    void whileTheVmsIsAwayThereAreNoCamerasAndThoseChosenStayByNumber() {
        at.faults().failNext("GET", VmsFault.ILL, false);
        open(rule);
        openCard();
        assertThat(texts()).contains("The cameras appear here as soon as the VMS is connected.");

        doOnFx(() -> model.edit(draft -> draft.withCameras(List.of(849L))));

        assertThat(boxes()).contains("Camera 849").doesNotContain("Main entrance");
        assertThat(box("Camera 849").isSelected()).isTrue();
    }

    @Test
    void whoMayNotEditSeesBoxesAndChipsThatDoNothing() {
        at.signIn(Role.RECEPTION);
        openCard();

        assertThat(box("Main entrance").isDisabled()).isTrue();
        assertThat(box("Site 12").isDisabled()).isTrue();
        assertThat(onFx(() -> chip("motion").isDisabled())).isTrue();
    }

    private List<Long> cameras() {
        return stored(rule).draft().cameras();
    }

    private List<String> boxes() {
        return onFx(() -> from(stage().getScene().getRoot()).lookup(".check-box").<CheckBox>queryAll().stream()
                .map(CheckBox::getText)
                .toList());
    }

    private List<String> chips() {
        return onFx(() -> from(stage().getScene().getRoot()).lookup(".chip").<ToggleButton>queryAll().stream()
                .map(ToggleButton::getText)
                .toList());
    }

    private ToggleButton chip(String words) {
        return (ToggleButton) button(words);
    }
}
