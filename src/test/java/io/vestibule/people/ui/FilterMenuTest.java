package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.PersonKind;
import io.vestibule.ui.FxTest;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A menu that narrows a list, and says so.
class FilterMenuTest extends FxTest {

    private final ObjectProperty<Optional<PersonKind>> chosen = new SimpleObjectProperty<>(Optional.empty());

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private FilterMenu<PersonKind> menu;

    @BeforeEach
    void open() {
        show(300, 300, () -> {
            menu = new FilterMenu<>("Type", "Any type", kind -> "_" + kind.name(), chosen);
            menu.offer(List.of(PersonKind.VISITOR, PersonKind.WATCH));
            return new StackPane(menu);
        });
    }

    private List<String> on() {
        return onFx(() -> menu.getItems().stream()
                .filter(item -> ((RadioMenuItem) item).isSelected())
                .map(MenuItem::getText)
                .toList());
    }

    private boolean marked() {
        return onFx(() -> menu.getPseudoClassStates().contains(PseudoClass.getPseudoClass("on")));
    }

    @Test
    void nothingChosenShowsTheTitleAndSpeaksOfAny() {
        assertThat(onFx(menu::getText)).isEqualTo("Type");
        assertThat(onFx(menu::getAccessibleText)).isEqualTo("Type: Any type");
        assertThat(marked()).isFalse();
        assertThat(on()).containsExactly("Any type");
    }

    @Test
    void aChoiceIsMadeByKeyboardAndTakenBack() {
        doOnFx(menu::requestFocus);
        push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> chosen.get().equals(Optional.of(PersonKind.VISITOR)));
        assertThat(onFx(menu::getText)).isEqualTo("_VISITOR");
        assertThat(onFx(menu::getAccessibleText)).isEqualTo("Type: _VISITOR");
        assertThat(marked()).isTrue();
        assertThat(on()).containsExactly("_VISITOR");
        doOnFx(() -> menu.getItems().getFirst().fire());
        assertThat(chosen.get()).isEmpty();
        assertThat(on()).containsExactly("Any type");
        assertThat(marked()).isFalse();
    }

    @Test
    void aChoiceThatIsMadeElsewhereIsShown() {
        doOnFx(() -> chosen.set(Optional.of(PersonKind.WATCH)));
        assertThat(onFx(menu::getText)).isEqualTo("_WATCH");
        assertThat(on()).containsExactly("_WATCH");
    }

    @Test
    void newChoicesKeepWhatIsChosen() {
        doOnFx(() -> {
            chosen.set(Optional.of(PersonKind.WATCH));
            menu.offer(List.of(PersonKind.WATCH, PersonKind.EMPLOYEE));
        });
        assertThat(onFx(() -> menu.getItems().stream().map(MenuItem::getText).toList()))
                .containsExactly("Any type", "_WATCH", "_EMPLOYEE");
        assertThat(on()).containsExactly("_WATCH");
    }

    @Test
    void withoutChoicesItIsDisabled() {
        assertThat(onFx(menu::isDisabled)).isFalse();
        assertThat(onFx(menu::getTooltip)).isNotNull();
        doOnFx(() -> menu.offer(List.of()));
        assertThat(onFx(menu::isDisabled)).isTrue();
    }
}
