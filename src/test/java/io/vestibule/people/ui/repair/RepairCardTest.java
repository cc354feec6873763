package io.vestibule.people.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.base.PhotoId;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.CardScreen;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.ScoreBar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is wrong with a photo, beside the others, and what mends it.
class RepairCardTest extends CardScreen {

    private static final PhotoProblem.Cause LOW = new PhotoProblem.Cause.LowMatch(41, 75, "embedded-1");

    private final List<PhotoProblem.Remedy> chosen = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private RepairCard card;

    private void card(PhotoId photo, PhotoProblem.Cause cause, PhotoProblem.Repair... repairs) {
        var remedies = List.of(repairs).stream().map(PhotoProblem.Remedy::of).toList();
        var photoProblem = new PhotoProblem(ana.id(), Optional.of(photo), cause, remedies);
        var shown = new PersonPhoto(photo, PersonPhoto.Group.LOOK, "This one is blurred.", Optional.of(photoProblem));
        var beside = detail(ana);
        card = shown(() -> new RepairCard(beside, shown, photoProblem, desk, words, pictures, chosen::add));
        doOnFx(() -> card.first().requestFocus());
    }

    private List<Node> tiles() {
        return onFx(() ->
                card.lookupAll("*").stream().filter(FaceTile.class::isInstance).toList());
    }

    private boolean figures() {
        return onFx(() -> card.lookupAll("*").stream().anyMatch(ScoreBar.class::isInstance));
    }

    @Test
    void theBestRepairHasTheFocusAndEveryOneCanBeChosen() {
        card(
                photos(ana, 2).getFirst(),
                LOW,
                PhotoProblem.Repair.RETAKE,
                PhotoProblem.Repair.MOVE,
                PhotoProblem.Repair.REMOVE);
        assertThat(buttons())
                .containsExactlyInAnyOrder("Take another photo", "Move to the right person", "Remove photo");
        assertThat(((Button) focused()).getText()).isEqualTo("Take another photo");
        push(KeyCode.ENTER);
        clickOn("Remove photo");
        assertThat(chosen)
                .containsExactly(
                        PhotoProblem.Remedy.of(PhotoProblem.Repair.RETAKE),
                        PhotoProblem.Remedy.of(PhotoProblem.Repair.REMOVE));
        assertThat(texts()).contains("This one is blurred.", "This photo", "Photos of Ana Silva");
    }

    @Test
    void theRepairsKeepTheirPlacesWhicheverIsTheBest() {
        var photo = photos(ana, 2).getFirst();
        card(photo, LOW, PhotoProblem.Repair.RETAKE, PhotoProblem.Repair.MOVE, PhotoProblem.Repair.REMOVE);
        var before = places();
        card(photo, LOW, PhotoProblem.Repair.REMOVE, PhotoProblem.Repair.MOVE, PhotoProblem.Repair.RETAKE);
        assertThat(places()).isEqualTo(before);
        assertThat(((Button) focused()).getText()).isEqualTo("Remove photo");
        assertThat(onFx(() -> card.lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .map(button -> button.localToScene(0, 0).getY())
                        .distinct()
                        .count()))
                .as("what removes has a row of its own")
                .isEqualTo(2);
    }

    private List<String> places() {
        return onFx(() -> card.lookupAll(".button").stream()
                .map(Button.class::cast)
                .sorted(Comparator.comparingDouble(
                                (Button button) -> button.localToScene(0, 0).getY())
                        .thenComparingDouble(button -> button.localToScene(0, 0).getX()))
                .map(Button::getText)
                .toList());
    }

    @Test
    void aMoveNamesTheHolder() {
        var photo = photos(ana, 1).getFirst();
        var move = new PhotoProblem.Remedy(PhotoProblem.Repair.MOVE, Optional.of(ana.id()), Optional.empty());
        var cause = new PhotoProblem.Cause.DifferentUser(Optional.of(ana.id()));
        var problem = new PhotoProblem(ben.id(), Optional.of(photo), cause, List.of(move));
        var shown = new PersonPhoto(photo, PersonPhoto.Group.LOOK, "Ana’s.", Optional.of(problem));
        var beside = detail(ana);
        card = shown(() -> new RepairCard(beside, shown, problem, desk, words, pictures, chosen::add));
        assertThat(buttons()).containsExactly("Move to Ana Silva");
    }

    @Test
    void aPhotoWithoutOthersStandsAlone() {
        card(photos(ana, 1).getFirst(), LOW, PhotoProblem.Repair.RETAKE);
        assertThat(texts()).doesNotContain("Photos of Ana Silva");
        assertThat(tiles()).hasSize(1);
    }

    @Test
    void noMoreThanSixOthersAreShownAndTheWeakestIsAmongThem() {
        var photos = photos(ana, 9);
        card(
                photos.getFirst(),
                new PhotoProblem.Cause.UserFull(Optional.of(photos.getLast()), 100),
                PhotoProblem.Repair.DROP_WEAKEST);
        assertThat(tiles()).hasSize(7);
        assertThat(texts()).contains("Least similar to the others");
    }

    @Test
    void withoutAKnownWeakestNoneIsMarked() {
        card(
                photos(ana, 3).getFirst(),
                new PhotoProblem.Cause.UserFull(Optional.empty(), 100),
                PhotoProblem.Repair.DROP_WEAKEST);
        assertThat(texts()).doesNotContain("Least similar to the others");
    }

    @Test
    void figuresAreForThoseWhoMaySeeThem() {
        var photo = photos(ana, 1).getFirst();
        card(photo, LOW, PhotoProblem.Repair.RETAKE);
        assertThat(texts()).contains("41.0 %, threshold 75 % · embedded engine");
        assertThat(figures()).isTrue();
        desk.allowed.remove(Permission.SEE_FIGURES);
        card(photo, LOW, PhotoProblem.Repair.RETAKE);
        assertThat(texts()).noneMatch(text -> text.contains("41"));
        assertThat(figures()).isFalse();
    }

    @Test
    void aFigureOfThisMachineHasNoThreshold() {
        card(
                photos(ana, 1).getFirst(),
                new PhotoProblem.Cause.FarFromOthers(38.5f, "embedded-1"),
                PhotoProblem.Repair.KEEP);
        assertThat(texts()).contains("38.5 % · embedded engine");
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() {
        card(photos(ana, 1).getFirst(), new PhotoProblem.Cause.FaceNotFound(), PhotoProblem.Repair.INDEX_AGAIN);
        assertThat(figures()).isFalse();
    }

    @Test
    void whereNothingMendsItTheCardItselfIsFirst() {
        card(photos(ana, 1).getFirst(), new PhotoProblem.Cause.AlreadyThere());
        assertThat(buttons()).isEmpty();
        assertThat(onFx(() -> card.first())).isSameAs(card);
    }
}
