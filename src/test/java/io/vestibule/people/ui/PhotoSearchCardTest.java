package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.people.PhotoSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the card says of a photo, at the boundaries of its words.
class PhotoSearchCardTest extends CardScreen {

    private final List<String> opened = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private byte[] probe;
    private PhotoSearchCard card;

    @BeforeEach
    void open() throws Exception {
        probe = Files.readAllBytes(Path.of("assets/samples/sample-person-1/3.jpg"));
        card = shown(
                () -> new PhotoSearchCard(desk, words, pictures, () -> asked.add("file"), _ -> asked.add("camera")));
        doOnFx(() -> card.first().requestFocus());
    }

    private void show(PhotoSearch.SearchResult searchResult) {
        doOnFx(() -> card.show(searchResult, Map.of(), candidate -> opened.add(candidate.name())));
    }

    /// Matches of these similarities, called "Match 0" and so on, where 80 is enough.
    private void found(float... similarities) {
        show(new PhotoSearch.SearchResult.Searched(
                probe,
                IntStream.range(0, similarities.length)
                        .mapToObj(i -> new PhotoSearch.Candidate(ana.id(), "Match " + i, similarities[i]))
                        .toList(),
                80,
                "embedded-1",
                1240));
    }

    @Test
    void theCardBeginsWithChoosingAPhotoAndSaysThatItIsNotKept() {
        assertThat(texts()).contains("The photo is used for this search and not stored.");
        assertThat(buttons()).as("no camera here").containsExactly("Choose photo");
        push(KeyCode.ENTER);
        assertThat(asked).containsExactly("file");
    }

    @Test
    void theSearchIsShownWhileItLasts() {
        doOnFx(card::searching);
        assertThat(texts()).contains("Searching for this face");
        assertThat(onFx(() -> card.lookupAll("*").stream().anyMatch(ProgressBar.class::isInstance)))
                .isTrue();
        assertThat(buttons()).isEmpty();
    }

    @Test
    void sixtyPerCentOfTheWayToAHundredLooksVeryMuchLikeIt() {
        found(92);
        assertThat(texts()).contains("Very similar to the photo");
        found(91.9f);
        assertThat(texts()).contains("Similar to the photo").doesNotContain("Very similar to the photo");
    }

    @Test
    void theBestIsOnlyToldApartWithThreePointsOfLead() {
        found(95, 92.1f);
        assertThat(texts()).contains("Similar to the photo, but so is the next person");
        found(95, 92);
        assertThat(texts()).doesNotContain("Similar to the photo, but so is the next person");
    }

    @Test
    void onlyTheBestIsComparedWithTheNext() {
        found(99, 85, 84);
        assertThat(texts())
                .contains("Very similar to the photo", "Similar to the photo")
                .doesNotContain("Similar to the photo, but so is the next person");
    }

    @Test
    void figuresTellTheLeadAndTheLastOneHasNone() {
        found(99.2f, 84);
        assertThat(texts())
                .contains(
                        "99.2 %, threshold 80.0 % for 1,240 people, 15.2 above the next person · embedded engine",
                        "84.0 %, threshold 80.0 % for 1,240 people · embedded engine");
    }

    @Test
    void receptionSeesNamesAndNoFigures() {
        desk.allowed.remove(Permission.SEE_FIGURES);
        found(99.2f);
        assertThat(texts()).contains("Match 0").noneMatch(text -> text.contains("99"));
        assertThat(focused().getAccessibleText()).isEqualTo("Match 0, Very similar to the photo");
    }

    @Test
    void theBestHasTheFocusAndEnterGoesThere() {
        found(95, 85);
        push(KeyCode.ENTER);
        clickOn("Match 1");
        assertThat(opened).containsExactly("Match 0", "Match 1");
    }

    @Test
    void whereNobodyIsLikeItAnotherPhotoCanBeChosenAtOnce() {
        found();
        assertThat(texts()).contains("No enrolled person matches this photo. Compared with 1,240 people.");
        assertThat(((Button) focused()).getText()).isEqualTo("Choose photo");
    }

    @Test
    void aPictureWithoutAFaceSaysAllItsReasons() {
        show(new PhotoSearch.SearchResult.NoFace(probe, List.of("No face.", "Too dark.")));
        assertThat(texts()).contains("No face. Too dark.");
        assertThat(((Button) focused()).getText()).isEqualTo("Choose photo");
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndWhatToDo() {
        show(new PhotoSearch.SearchResult.Unreadable(Problem.of("ui.cancelled")));
        var why = words.problem(Problem.of("ui.cancelled"));
        assertThat(texts()).contains(why.summary(), why.explanation(), why.advice());
        assertThat(((Button) focused()).getText()).isEqualTo("Choose photo");
    }
}
