package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.Accessible;
import io.vestibule.ui.FxTest;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelledFieldTest extends FxTest {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final LabelledField<TextField> name = onFx(() -> new LabelledField<>("Name", new TextField()));
    private final LabelledField<TextField> mail = onFx(() -> new LabelledField<>("E-mail", new TextField()));
    private final Scene scene = show(400, 300, () -> new VBox(name, mail));

    @BeforeEach
    void setUpChecks() {
        doOnFx(() -> {
            name.check(name.control().textProperty(), Validator.notBlank("Write a name."));
            mail.hint("Optional.").check(mail.control().textProperty(), Validator.email("No address."));
        });
    }

    @Test
    void anErrorOfTheProgramGoesWithTheNextEdit() {
        onFx(() -> {
            var field = new LabelledField<>("Name", new javafx.scene.control.TextField("Ana"));
            field.fail("This name is taken.");
            assertThat(field.isWrong()).isTrue();
            field.control().setText("Anna");
            assertThat(field.isWrong()).isFalse();
            return true;
        });
    }

    @Test
    void leavingAnUntouchedFieldDoesNotScold() {
        clickOn(name.control()).press(KeyCode.TAB).release(KeyCode.TAB);

        assertThat(focused()).isEqualTo(mail.control());
        assertThat(name.isWrong()).isFalse();
    }

    @Test
    void leavingAnInvalidFieldShowsTheError() {
        clickOn(mail.control()).write("ana").type(KeyCode.TAB);

        assertThat(mail.isWrong()).isTrue();
        assertThat(mail.control().getPseudoClassStates()).contains(ERROR);
        assertThat(mail.control().getAccessibleHelp()).isEqualTo("No address.");
        assertThat(lookup("No address.").tryQuery()).isPresent();
    }

    @Test
    void theErrorGoesTheMomentTheValueIsRight() {
        clickOn(mail.control()).write("ana").type(KeyCode.TAB);
        doOnFx(mail.control()::requestFocus);
        type(KeyCode.END).write("@acme.com");

        assertThat(mail.isWrong()).isFalse();
        assertThat(mail.control().getAccessibleHelp()).isEqualTo("Optional.");
    }

    @Test
    void nothingMovesWhenAnErrorAppears() {
        double before = onFx(() -> mail.getBoundsInParent().getMinY());

        doOnFx(() -> name.validate());

        assertThat(name.isWrong()).isTrue();
        assertThat(onFx(() -> mail.getBoundsInParent().getMinY())).isEqualTo(before);
    }

    @Test
    void judgingTheFormMarksAllAndGoesToTheFirstThatIsWrong() {
        doOnFx(() -> mail.control().setText("ana"));

        assertThat(onFx(() -> LabelledField.validateAll(List.of(name, mail)))).isFalse();

        assertThat(name.isWrong()).isTrue();
        assertThat(mail.isWrong()).isTrue();
        assertThat(focused()).isEqualTo(name.control());
    }

    @Test
    void resettingClearsErrorsAndTheChangedFlag() {
        clickOn(mail.control()).write("ana").type(KeyCode.TAB);
        doOnFx(() -> {
            mail.control().clear();
            mail.reset();
        });
        clickOn(mail.control()).type(KeyCode.TAB);

        assertThat(mail.isWrong()).isFalse();
    }

    @Test
    void aScreenReaderHearsTheLabel() {
        assertThat(onFx(() -> Accessible.problems(scene))).isEmpty();
        assertThat(name.control().getAccessibleText()).isEqualTo("Name");
    }
}
