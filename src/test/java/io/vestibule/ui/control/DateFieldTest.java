package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import java.time.LocalDate;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// What is typed into a date field, and when it becomes the value.
class DateFieldTest extends FxTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    @Test
    void typedTextIsTheValueOnceItIsCommitted() {
        DateField field = shown();

        type(field, onFx(() -> field.getConverter().toString(DAY.plusDays(3))));

        assertThat(field.getValue()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void textThatIsNotADateClearsTheValueAndStaysToBeCorrected() {
        DateField field = shown();

        type(field, "soon");

        assertThat(field.getValue()).isNull();
        assertThat(onFx(() -> field.getEditor().getText())).isEqualTo("soon");
        assertThat(field.rejectedProperty().get()).isEqualTo("soon");

        type(field, "31.12.2026");

        assertThat(field.getValue()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(field.rejectedProperty().get()).isEmpty();
    }

    @Test
    void aDoubtfulDateIsAsked() {
        DateField field = onFx(() -> new DateField(Locale.ENGLISH));
        show(300, 100, () -> field);

        type(field, "03/04/2027");

        assertThat(field.getValue()).isNull();
        assertThat(onFx(() -> field.getEditor().getText())).isEqualTo("03/04/2027");
        clickOn("Mar 4, 2027");
        assertThat(field.getValue()).isEqualTo(LocalDate.of(2027, 3, 4));
    }

    @Test
    void theTextStaysWhenTheFocusLeaves() {
        DateField field = onFx(() -> new DateField(Locale.ENGLISH));
        TextField next = onFx(TextField::new);
        show(300, 100, () -> new VBox(field, next));

        doOnFx(() -> field.getEditor().requestFocus());
        write("31/13/2026");
        doOnFx(next::requestFocus);

        assertThat(field.getValue()).isNull();
        assertThat(onFx(() -> field.getEditor().getText())).isEqualTo("31/13/2026");
    }

    @Test
    void aFieldThatWasNeverShownKeepsItsValue() {
        DateField field = onFx(DateField::new);

        doOnFx(() -> {
            field.setValue(DAY);
            field.commitTyped();
        });

        assertThat(field.getValue()).isEqualTo(DAY);
    }

    private DateField shown() {
        DateField field = onFx(DateField::new);
        show(300, 100, () -> field);
        doOnFx(() -> field.setValue(DAY));
        return field;
    }

    private static void type(DateField field, String text) {
        doOnFx(() -> {
            field.getEditor().setText(text);
            field.commitTyped();
        });
    }
}
