package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Decision;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Standing;
import io.vestibule.people.WhoIs;
import io.vestibule.ui.Strings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who a photo shows, asked of the embedded engine with real photos, and what the list is told meanwhile.
class PhotoQuestionTest {

    private static final Path SAMPLES = Path.of("assets/samples");

    @TempDir
    Path folder;

    private House house;
    private WhoIs question;
    private PersonId ana;

    @BeforeEach
    void open() throws Exception {
        house = TestHouse.furnished(folder.resolve("data"));
        question = new PhotoQuestion(house, Strings.strict(Furniture.ROOMS.toArray(String[]::new)));
        ana = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana Müller"), TestHouse.photos(house, 0), new Decision.Unknown())
                .person();
        listed();
    }

    @AfterEach
    void close() {
        house.close();
    }

    /// Waits, told by the keeper, until Ana is in the list of those who can be found. After an undo she may be there,
    /// away and there again, since how she stands is written down one look after the other.
    private void listed() throws Exception {
        var there = new CountDownLatch(1);
        Runnable look = () -> {
            if (searchable() == 1) {
                there.countDown();
            }
        };
        try (var _ = house.enrol().keeper().onChange(look)) {
            look.run();
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aNewPhotoNamesThePersonAndIsNotKept() {
        var photos = house.cellar().people().photos().count(company());
        var answer = question.of(SAMPLES.resolve("sample-person-1-probe.jpg"));
        assertThat(answer).isInstanceOfSatisfying(WhoIs.Answer.Asked.class, asked -> {
            assertThat(asked.matches())
                    .singleElement()
                    .satisfies(match -> assertThat(match.person()).isEqualTo(ana));
            assertThat(asked.threshold()).isEqualTo(80);
        });
        assertThat(house.cellar().people().photos().count(company())).isEqualTo(photos);
    }

    @Test
    void aStrangerIsNobody() {
        assertThat(question.of(SAMPLES.resolve("stranger.jpg")))
                .isInstanceOfSatisfying(
                        WhoIs.Answer.Asked.class,
                        asked -> assertThat(asked.matches()).isEmpty());
    }

    @Test
    void aPictureThatCannotBeSearchedForSaysWhy() throws Exception {
        assertThat(question.of(SAMPLES.resolve("too-blurred.jpg")))
                .isInstanceOfSatisfying(
                        WhoIs.Answer.NoFace.class,
                        none -> assertThat(none.reasons()).first().asString().startsWith("The face is blurred."));
        var text = Files.writeString(folder.resolve("a.jpg"), "this is not a picture");
        assertThat(question.of(text)).isInstanceOf(WhoIs.Answer.Unreadable.class);
    }

    @Test
    void theListIsFilteredByHowPeopleStandAfterRemovalAndUndoToo() throws Exception {
        assertThat(searchable()).isEqualTo(1);
        var undo = house.enrol().commands().remove(ana);
        assertThat(searchable()).isZero();
        assertThat(undo.undo()).isTrue();
        listed();
    }

    private int searchable() {
        var query = new PersonQuery(
                company(), "", Optional.empty(), Optional.empty(), Optional.of(Standing.Group.SEARCHABLE));
        return house.cellar()
                .people()
                .persons()
                .page(query, Optional.empty(), 10)
                .rows()
                .size();
    }

    private io.vestibule.base.CompanyId company() {
        return house.cellar().people().companies().active().orElseThrow().id();
    }
}
