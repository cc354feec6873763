package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoSearch;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.people.ui.repair.PersonPicker;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.ScoreBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PersonPaneTest extends PeopleScreen {

    private List<String> texts() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(PeopleScreen::seen)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    @Test
    void photosAreGroupedAndTheFaceIsAnAssociatedPhoto() {
        select("Ana Silva");
        assertThat(onFx(() -> model.detail.get().orElseThrow().photos()))
                .extracting(PersonPhoto::group)
                .containsExactly(PersonPhoto.Group.LOOK, PersonPhoto.Group.DONE);
        assertThat(onFx(() -> model.detail.get().orElseThrow().face().orElseThrow()))
                .isNotEqualTo(blurred);
        assertThat(texts())
                .contains(
                        "Photos to review",
                        "Active photos",
                        "Not similar enough to Ana Silva’s other photos.",
                        "Enrolled, by Robin");
    }

    @Test
    void onlyWhoMayHandsOverEverythingThatIsStored() {
        select("Ana Silva");
        until(() -> shows("Ana Silva"));
        Button all = onFx(() ->
                find(button -> "All data in a file".equals(button.getText())).orElseThrow());
        doOnFx(all::fire);
        assertThat(desk.handedOver).containsExactly(ana.id());
        desk.allowed.remove(Permission.HAND_OVER_DATA);
        select("Ben Okafor");
        until(() -> shows("Ben Okafor"));
        assertThat(onFx(() -> all.isVisible())).isFalse();
    }

    @Test
    void aChangeKeepsTheFocus() {
        select("Ana Silva");
        until(() -> find(button -> "Fix".equals(button.getText())).isPresent());
        Button mend = onFx(() -> find(button -> "Fix".equals(button.getText()))).orElseThrow();
        doOnFx(mend::requestFocus);
        Person other = desk.peopleStores.persons().find(ana.id()).orElseThrow();
        desk.photo(other, "sample-person-2/3.jpg", 2);
        desk.change();
        until(() -> model.detail.get().orElseThrow().photos().size() == 3);
        assertThat(focused()).isSameAs(mend);
    }

    @Test
    void detailsAreEditedInPlaceAndTheEditIsUndone() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.F2);
        until(() -> focused() instanceof TextField);
        write("Anna Sylva");
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> shows("Anna Sylva") && names().contains("Anna Sylva"));
        assertThat(desk.peopleStores
                        .persons()
                        .find(ana.id())
                        .orElseThrow()
                        .contact()
                        .host())
                .isEqualTo("Ms Host");
        doOnFx(() -> desk.banners.getLast().undo().orElseThrow().run());
        until(() -> shows("Ana Silva"));
    }

    @Test
    void escapeDiscardsTheEdit() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.F2);
        until(() -> focused() instanceof TextField);
        write("Nobody");
        push(KeyCode.ESCAPE);
        fire("Discard the changes");
        assertThat(desk.peopleStores.persons().find(ana.id()).orElseThrow().name())
                .isEqualTo("Ana Silva");
        assertThat(texts()).contains("Ms Host");
    }

    @Test
    void theCardShowsTheProblemAndTheBestRepairFirst() throws Exception {
        select("Ana Silva");
        fire("Fix");
        until(() -> overlay.isOpen());
        assertThat(texts()).contains("41.0 %, threshold 75 % · embedded engine", "This photo", "Photos of Ana Silva");
        Node first = focused();
        assertThat(first).isInstanceOf(Button.class);
        assertThat(((Button) first).getText()).isEqualTo("Take another photo");
        assertThat(onFx(() ->
                        stage().getScene().getRoot().lookupAll("*").stream().anyMatch(ScoreBar.class::isInstance)))
                .isTrue();
        fire("Accept as it is");
        until(() -> texts().contains("Accept this photo?"));
        assertThat(texts()).contains("The person on this photo will be found as Ana Silva.");
        assertThat(desk.repaired).isEmpty();
        fire("It is Ana Silva: accept");
        until(() -> !desk.repaired.isEmpty());
        assertThat(desk.repaired.getFirst().repair()).isEqualTo(PhotoProblem.Repair.ACCEPT_LOWER);
        until(() -> find(button -> "Fix".equals(button.getText())).isEmpty());
    }

    @Test
    void receptionSeesNoFigures() {
        desk.allowed.remove(Permission.SEE_FIGURES);
        select("Ana Silva");
        fire("Fix");
        until(() -> overlay.isOpen());
        assertThat(texts()).noneMatch(text -> text.contains("41"));
    }

    /// Enter is ignored until the people shown are those of the typed text.
    private boolean pickerHasAnswer() {
        return overlay.lookupAll("*").stream()
                .filter(PersonPicker.class::isInstance)
                .map(PersonPicker.class::cast)
                .anyMatch(PersonPicker::isAnswered);
    }

    @Test
    void aPhotoIsMovedToSomebodyFoundByTyping() {
        select("Ana Silva");
        fire("Fix");
        fire("Move to the right person");
        until(() -> focused() instanceof TextField);
        write("ben");
        until(() -> texts().stream().filter("Ben Okafor"::equals).count() == 2 && pickerHasAnswer());
        push(KeyCode.ENTER);
        until(() -> !desk.repaired.isEmpty());
        assertThat(desk.peopleStores
                        .persons()
                        .find(desk.repaired.getFirst().person().orElseThrow())
                        .orElseThrow()
                        .name())
                .isEqualTo("Ben Okafor");
    }

    @Test
    void twoPeopleAreMergedAndTheMergeIsUndone() throws Exception {
        select("Ana Silva");
        fire("Merge");
        until(() -> focused() instanceof TextField);
        write("dmi");
        until(() -> texts().stream().filter("Dmitri Petrov"::equals).count() == 2 && pickerHasAnswer());
        push(KeyCode.ENTER);
        until(() -> find(button -> "Merge people".equals(button.getText())).isPresent());
        assertThat(texts())
                .contains("The photos of Dmitri Petrov move to Ana Silva, and Dmitri Petrov is removed from the list.");
        fire("Merge people");
        until(() ->
                model.detail.get().filter(detail -> detail.photos().size() == 4).isPresent());
        until(() -> !names().contains("Dmitri Petrov"));
        doOnFx(() -> desk.banners.getLast().undo().orElseThrow().run());
        until(() -> names().contains("Dmitri Petrov"));
    }

    @Test
    void aPhotoSearchShowsTheMatchesAndTheLeadOfTheBest() throws Exception {
        desk.searchResult = new PhotoSearch.SearchResult.Searched(
                Files.readAllBytes(Path.of("assets/samples/sample-person-1/3.jpg")),
                List.of(
                        new PhotoSearch.Candidate(ana.id(), "Ana Silva", 99.2f),
                        new PhotoSearch.Candidate(ana.id(), "Dmitri Petrov", 84)),
                80,
                "embedded-1",
                2);
        chosen = List.of(Path.of("probe.jpg"));
        fire("Who is this?");
        until(() -> focused() instanceof Button button && "Choose photo".equals(button.getText()));
        fire("Choose photo");
        until(() -> texts().contains("Very similar to the photo"));
        until(() -> !(focused() instanceof Button button && "Choose photo".equals(button.getText())));
        assertThat(texts())
                .contains("99.2 %, threshold 80.0 % for 2 people, 15.2 above the next person · embedded engine");
        shot("people-who");
        push(KeyCode.SPACE);
        until(() -> shows("Ana Silva"));
        assertThat(onFx(() -> overlay.isOpen())).isFalse();
    }

    /// Buttons of the person shown, as they can be seen now.
    private List<String> deeds() {
        return onFx(
                () -> stage().getScene().getRoot().lookupAll(".button").stream()
                        .filter(Button.class::isInstance)
                        .filter(PeopleScreen::seen)
                        .map(node -> ((Button) node).getText())
                        .filter(text -> text != null)
                        .filter(List.of(
                                "Edit",
                                "Renew",
                                "Merge",
                                "Remove",
                                words.text("people.retry"),
                                words.text("people.add-photos"))::contains)
                        .toList());
    }

    @Test
    void aManagerMayDoEverythingWithAVisitor() {
        select("Ben Okafor");
        assertThat(deeds()).containsExactly("Edit", words.text("people.add-photos"), "Renew", "Merge", "Remove");
    }

    @Test
    void receptionNeitherMergesNorRemoves() {
        desk.allowed.retainAll(Set.of(Permission.ENROL));
        select("Ben Okafor");
        assertThat(deeds()).containsExactly("Edit", words.text("people.add-photos"), "Renew");
    }

    @Test
    void whoeverMayNotEnrolLooksOnAndTheKeysDoNothing() {
        desk.allowed.clear();
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        assertThat(deeds()).isEmpty();
        push(KeyCode.F2);
        push(KeyCode.R);
        assertThat(focused()).isNotInstanceOf(TextField.class);
        assertThat(onFx(overlay::isOpen)).isFalse();
    }

    @Test
    void somebodyOnTheWatchListIsNotRenewedAndPhotographedOnlyByThoseWhoMay() {
        desk.save("Zed Watch", PersonKind.WATCH, desk.gate, EnrolmentStatus.State.SEARCHABLE);
        desk.change();
        until(() -> names().contains("Zed Watch"));
        select("Zed Watch");
        assertThat(deeds()).containsExactly("Edit", words.text("people.add-photos"), "Merge", "Remove");
        desk.allowed.remove(Permission.ENROL_WATCH);
        select("Ben Okafor");
        select("Zed Watch");
        assertThat(deeds()).containsExactly("Edit", "Merge", "Remove");
    }

    @Test
    void onlyWhatWaitsOrIsStuckIsTriedAgain() {
        for (var state : EnrolmentStatus.State.values()) {
            desk.states.put(ana.id(), state);
            select("Ben Okafor");
            select("Ana Silva");
            boolean waits = state == EnrolmentStatus.State.WAITING || state == EnrolmentStatus.State.STUCK;
            assertThat(deeds().contains(words.text("people.retry")))
                    .as(state.name())
                    .isEqualTo(waits);
        }
    }

    @Test
    void theKeyROpensTheCardAndAnAnswerRenewsTheVisitor() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.R);
        until(() -> focused() instanceof ToggleButton first && "Consent on screen".equals(first.getText()));
        push(KeyCode.ENTER);
        assertThat(desk.peopleStores.bases().findByPerson(ana.id())).isEmpty();
        push(KeyCode.TAB);
        push(KeyCode.SPACE);
        until(() -> !desk.peopleStores.bases().findByPerson(ana.id()).isEmpty());
        until(() -> !desk.banners.isEmpty());
        assertThat(desk.peopleStores.persons().find(ana.id()).orElseThrow().expires())
                .contains(PeoplePortFixture.NOW.plus(Duration.ofDays(14)));
        assertThat(onFx(overlay::isOpen)).isFalse();
    }

    @Test
    void somebodyElseWhoIsSelectedClosesTheForm() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.F2);
        until(() -> focused() instanceof TextField);
        select("Ben Okafor");
        assertThat(deeds()).contains("Edit");
        assertThat(find(button -> "Save".equals(button.getText()))).isEmpty();
    }

    @Test
    void anEditThatFailsIsToldInTheFormWhichStaysOpen() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.F2);
        until(() -> focused() instanceof TextField);
        write("Anna");
        desk.peopleStores.persons().delete(ana.id());
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> texts().stream().anyMatch(text -> text.startsWith("An unexpected error")));
        assertThat(onFx(() -> ((TextField) stage().getScene().getFocusOwner()).getText()))
                .isEqualTo("Anna");
        assertThat(desk.banners).isEmpty();
    }

    @Test
    void escapeTakesTheFocusFromThePersonBackToTheList() {
        push(KeyCode.HOME);
        until(() -> shows("Ana Silva"));
        push(KeyCode.ENTER);
        until(() -> focused() instanceof Button);
        push(KeyCode.ESCAPE);
        assertThat(focused()).isInstanceOf(ListView.class);
    }

    @Test
    void picturesOfTheCards() throws Exception {
        select("Ana Silva");
        fire("Fix");
        until(() -> overlay.isOpen());
        shot("people-mend");
        doOnFx(overlay::close);
        doOnFx(() -> view.initialFocus().requestFocus());
        push(KeyCode.F2);
        until(() -> focused() instanceof TextField);
        shot("people-edit");
        push(KeyCode.ESCAPE);
        fire("Merge");
        write("dmi");
        until(() -> texts().stream().filter("Dmitri Petrov"::equals).count() == 2 && pickerHasAnswer());
        shot("people-pick");
        push(KeyCode.ENTER);
        until(() -> find(button -> "Merge people".equals(button.getText())).isPresent());
        shot("people-merge");
        assertThat(Theme.Choice.values()).isNotEmpty();
    }

    private void shot(String name) throws Exception {
        javafx.scene.image.Image image = onFx(() -> stage().getScene().snapshot(null));
        io.vestibule.ui.Snapshot.write(image, Path.of("target/shots", name + ".png"));
    }
}
