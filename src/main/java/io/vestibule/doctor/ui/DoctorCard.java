package io.vestibule.doctor.ui;

import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// On the Collection page: what the last comparison found, and the way to its list.
public final class DoctorCard extends VBox {

    private final Strings strings;
    private final Label verdict = new Label();
    private final Label when = new Label();
    private final Button open;

    /// @param opened opens the list
    public DoctorCard(DoctorModel model, Runnable opened) {
        this.strings = model.strings();
        getStyleClass().add("card-pane");
        var title = new Label(strings.text("doctor.card"));
        title.getStyleClass().add("card-title");
        var about = new Label(strings.text("doctor.card-about"));
        about.getStyleClass().add("quiet");
        for (var label : List.of(about, verdict)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        verdict.setGraphicTextGap(8);
        when.getStyleClass().add("hint");
        open = Buttons.of(new Command(strings.text("doctor.open"), "mdi2s-stethoscope", opened));
        getChildren().addAll(title, about, verdict, when, open);
        model.result.subscribe(this::show);
    }

    /// Where the focus is when the list is closed.
    public Button opener() {
        return open;
    }

    private void show(Optional<DoctorResult> known) {
        var state = known.map(DoctorCard::state).orElse(State.WAITING);
        verdict.setGraphic(Icon.of(state.icon(), state.style()));
        verdict.setText(known.map(this::sentence).orElseGet(() -> strings.text("doctor.never")));
        when.setText(known.map(
                        result -> strings.text("doctor.as-of", time(result.run().ended())))
                .orElse(""));
        when.setManaged(known.isPresent());
    }

    private static State state(DoctorResult result) {
        return open(result) == 0 && result.run().unread().isEmpty() ? State.DONE : State.LOOK;
    }

    private static long open(DoctorResult result) {
        return result.rows().stream()
                .mapToLong(row -> row.total() - row.number(DiscrepancyState.SETTLED))
                .sum();
    }

    private String sentence(DoctorResult result) {
        if (!result.run().unread().isEmpty()) {
            return strings.text("doctor.incomplete");
        }
        long open = open(result);
        return open == 0 ? strings.text("doctor.agree") : strings.text("doctor.differ", open);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }
}
