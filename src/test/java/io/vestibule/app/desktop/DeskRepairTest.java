package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.enrol.ui.Tile;
import io.vestibule.ui.control.State;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a photo and a state say at the window.
class DeskRepairTest extends DeskWindow {

    @Test
    void addedPhotosAreComparedWithThoseInUseAndNotWithEachOther() throws Exception {
        enrolled("Ana", 0);
        openPerson("Ana");
        press("Add photos");
        until(() -> model.permitted().get());
        add("sample-person-2/1.jpg", "sample-person-2/2.jpg");
        until(() -> checked(2));
        assertThat(states()).containsOnly(State.LOOK);
        assertThat(onFx(() -> model.photos().tiles().getFirst().words().get()))
                .isEqualTo("Not similar to the photos of Ana. Check who this is.");
        shoot("desk-added-unlike");
    }

    @Test
    void editingAsksBeforeItThrowsChangesAwayAndStaysAtTheWrongField() throws Exception {
        enrolled("Ana", 0);
        openPerson("Ana");
        push(KeyCode.F2);
        until(() -> shows("Cancel"));
        push(KeyCode.END);
        write("x");
        push(KeyCode.ESCAPE);
        assertThat(texts()).contains("Your changes are not saved.");
        assertThat(shows("Discard the changes")).isTrue();
        shoot("desk-edit-asks");
        push(KeyCode.ESCAPE);
        assertThat(shows("Discard the changes")).isFalse();
        push(KeyCode.ESCAPE);
        press("Discard the changes");
        until(() -> shows("Edit"));
        assertThat(people().getFirst().name()).isEqualTo("Ana");
    }

    private List<State> states() {
        return onFx(() -> model.photos().tiles().stream()
                .map(Tile::state)
                .map(state -> state.get())
                .toList());
    }
}
