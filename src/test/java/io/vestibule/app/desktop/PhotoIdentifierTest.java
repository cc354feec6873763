package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.PhotoSearch;
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

/// Searches the embedded engine for the person in real photos, and the result that the list gets meanwhile.
class PhotoIdentifierTest {

    private static final Path SAMPLES = Path.of("assets/samples");

    @TempDir
    Path folder;

    private Application application;
    private PhotoSearch question;
    private PersonId ana;

    @BeforeEach
    void open() throws Exception {
        application = TestApplication.furnished(folder.resolve("data"));
        question = new PhotoIdentifier(application, Strings.strict(ScreenContext.BUNDLES.toArray(String[]::new)));
        ana = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana Müller"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate())
                .person();
        listed();
    }

    @AfterEach
    void close() {
        application.close();
    }

    /// Waits for the status updater's notification that Ana is searchable. After an undo she may be listed, missing
    /// and listed again, since the status is updated step by step.
    private void listed() throws Exception {
        var there = new CountDownLatch(1);
        Runnable look = () -> {
            if (searchable() == 1) {
                there.countDown();
            }
        };
        try (var _ = application.enrol().keeper().onChange(look)) {
            look.run();
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aNewPhotoIdentifiesThePersonAndIsNotStored() {
        var photos = application.storage().people().photos().count(company());
        var searchResult = question.search(SAMPLES.resolve("sample-person-1-probe.jpg"));
        assertThat(searchResult).isInstanceOfSatisfying(PhotoSearch.SearchResult.Searched.class, searched -> {
            assertThat(searched.matches())
                    .singleElement()
                    .satisfies(candidate -> assertThat(candidate.person()).isEqualTo(ana));
            assertThat(searched.threshold()).isEqualTo(80);
        });
        assertThat(application.storage().log().recent(1).getFirst()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("search.by-face");
            assertThat(entry.subject()).isEqualTo(ana.toString());
        });
        assertThat(application.storage().people().photos().count(company())).isEqualTo(photos);
    }

    @Test
    void anUnknownFaceMatchesNoPerson() {
        assertThat(question.search(SAMPLES.resolve("stranger.jpg")))
                .isInstanceOfSatisfying(
                        PhotoSearch.SearchResult.Searched.class,
                        searched -> assertThat(searched.matches()).isEmpty());
    }

    @Test
    void aPictureThatCannotBeSearchedForSaysWhy() throws Exception {
        assertThat(question.search(SAMPLES.resolve("too-blurred.jpg")))
                .isInstanceOfSatisfying(
                        PhotoSearch.SearchResult.NoFace.class,
                        none -> assertThat(none.reasons()).first().asString().startsWith("The face is blurred."));
        var text = Files.writeString(folder.resolve("a.jpg"), "this is not a picture");
        assertThat(question.search(text)).isInstanceOf(PhotoSearch.SearchResult.Unreadable.class);
    }

    @Test
    void theListIsFilteredByStatusAlsoAfterRemovalAndUndo() throws Exception {
        assertThat(searchable()).isEqualTo(1);
        var undo = application.enrol().commands().remove(ana);
        assertThat(searchable()).isZero();
        assertThat(undo.undo()).isTrue();
        listed();
    }

    private int searchable() {
        var query = new PersonQuery(
                company(), "", Optional.empty(), Optional.empty(), Optional.of(EnrolmentStatus.Group.SEARCHABLE));
        return application
                .storage()
                .people()
                .persons()
                .page(query, Optional.empty(), 10)
                .rows()
                .size();
    }

    private io.vestibule.base.CompanyId company() {
        return application.storage().people().companies().active().orElseThrow().id();
    }
}
