package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.people.Person;
import io.vestibule.ui.control.Banner;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// After a person was moved to, merged or removed, Ctrl+Z takes that back, also while a name is typed in the search
/// field: what was typed stays.
class DeskUndoTest extends DeskWindow {

    @Test
    void ctrlZTakesBackWhatWasJustDoneAndNotWhatWasTyped() {
        var ana = enrolled("Ana Adams", 0);
        var ben = enrolled("Ana Brown", 1);

        search();
        openFound("Ana Adams");
        push(KeyCode.DELETE);
        until(() -> names().equals(List.of("Ana Brown")));
        undo();
        until(() -> names().equals(List.of("Ana Adams", "Ana Brown")));

        search();
        openFound("Ana Adams");
        press("Merge");
        pick("Brown");
        press("Merge people");
        until(() -> names().size() == 1);
        undo();
        until(() -> names().size() == 2);

        search();
        openFound("Ana Brown");
        until(() -> photos(ben) == 3);
        moveFirstPhoto();
        pick("Adams");
        until(() -> photos(ben) == 2);
        undo();
        until(() -> photos(ben) == 3 && photos(ana) == 3);
    }

    private void moveFirstPhoto() {
        doOnFx(() -> lookup(".button-icon").queryAllAs(Button.class).stream()
                .filter(button -> isSeen(button)
                        && String.valueOf(button.getAccessibleText()).startsWith("Actions: "))
                .findFirst()
                .orElseThrow()
                .fire());
        doOnFx(() -> {
            var menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.hide();
            menu.getItems().getFirst().fire();
        });
    }

    /// Types into the search field, as somebody does who looks for a person.
    private void search() {
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        push(KeyCode.CONTROL, KeyCode.F);
        until(() -> focus() instanceof TextInputControl);
        push(KeyCode.CONTROL, KeyCode.A);
        write("ana", 0);
    }

    private void openFound(String name) {
        openPerson(name);
        assertThat(onFx(() -> focus() instanceof TextInputControl)).isFalse();
    }

    /// Chooses the person in the card that asks for one.
    private void pick(String name) {
        until(this::overlayOpen);
        until(() -> focus() instanceof TextInputControl);
        write(name, 0);
        until(() -> desktop.screenContext().work().runningTasks().isEmpty());
        push(KeyCode.ENTER);
    }

    private void undo() {
        until(() -> !overlayOpen()
                && desktop.screenContext()
                        .banners()
                        .showing()
                        .flatMap(Banner::undo)
                        .isPresent());
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() ->
                ((TextInputControl) lookup("#people-search").query()).getText().equals("ana"));
    }

    private List<String> names() {
        return people().stream().map(Person::name).sorted().toList();
    }

    private int photos(PersonId person) {
        return application.storage().people().photos().findByPerson(person).size();
    }
}
