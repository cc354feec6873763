package io.vestibule.enrol.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of what can still be taken back.
class PeopleChangesUndoTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void makeOneChangeOfEachKind() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var bo = fixture.save("Bo", List.of());
        var cy = fixture.save("Cy", List.of());
        var photos = fixture.photosOf(ana);
        List<Runnable> changes = List.of(
                () -> fixture.enrol().commands().edit(ana, PersonEdit.of(fixture.person(ana))),
                () -> fixture.enrol()
                        .commands()
                        .renew(ana, fixture.consent(), fixture.clock.instant().plusSeconds(9)),
                () -> fixture.enrol().commands().move(photos.getFirst(), bo),
                () -> fixture.enrol().commands().removePhoto(photos.getLast()),
                () -> fixture.enrol().commands().merge(cy, bo),
                () -> fixture.enrol().commands().remove(ana));
        changes.forEach(change -> {
            fixture.clock.pass(Duration.ofMillis(1));
            change.run();
        });
    }

    private List<Undo.ChangeKind> undoable() {
        return fixture.enrol().commands().undoable().stream().map(Undo::kind).toList();
    }

    @Test
    void theLatestChangeComesFirstAlsoAfterARestart() {
        makeOneChangeOfEachKind();
        // What was changed of somebody who was removed afterwards is undone after the removal.
        var latestFirst = List.of(Undo.ChangeKind.REMOVE, Undo.ChangeKind.MERGE, Undo.ChangeKind.REMOVE_PHOTO);
        assertThat(undoable()).isEqualTo(latestFirst);
        fixture.restart();
        assertThat(undoable()).isEqualTo(latestFirst);
        fixture.enrol().commands().undoable().getFirst().undo();
        assertThat(undoable())
                .containsExactly(
                        Undo.ChangeKind.MERGE,
                        Undo.ChangeKind.REMOVE_PHOTO,
                        Undo.ChangeKind.MOVE,
                        Undo.ChangeKind.RENEW,
                        Undo.ChangeKind.EDIT);
    }

    @Test
    void everyChangeIsTakenBackOneAfterTheOtherAfterARestart() {
        makeOneChangeOfEachKind();
        fixture.restart();
        for (int i = 0; i < 6; i++) {
            var undo = fixture.enrol().commands().undoable().getFirst();
            assertThat(undo.undo()).as("%s", undo.kind()).isTrue();
        }
        assertThat(undoable()).isEmpty();
        fixture.passUndoWindow();
        assertThat(fixture.usersAtService()).hasSize(1);
        assertThat(fixture.real().bucket().keys("")).hasSize(3);
    }

    @Test
    void eachChangeLeavesTheListWhenItsTimeIsOver() {
        makeOneChangeOfEachKind();
        fixture.clock.pass(Undo.WINDOW.minusMillis(3));
        assertThat(undoable())
                .containsExactly(Undo.ChangeKind.REMOVE, Undo.ChangeKind.MERGE, Undo.ChangeKind.REMOVE_PHOTO);
        fixture.clock.pass(Duration.ofMillis(3));
        assertThat(undoable()).isEmpty();
    }

    @Test
    void aJobThatIsNoEndOfAChangeHasNoUndo() {
        assertThat(fixture.enrol().commands().findUndo(UUID.randomUUID())).isEmpty();
    }
}
