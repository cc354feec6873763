package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import java.time.LocalDate;
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
    void textThatIsNotADateClearsTheValue() {
        DateField field = shown();

        type(field, "soon");

        assertThat(field.getValue()).isNull();
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
