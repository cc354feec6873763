package io.vestibule.rules.ui;

import io.vestibule.base.CsvCell;
import io.vestibule.rules.rehearse.FaceSearch;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.rehearse.recording.Appearance;
import io.vestibule.rules.rehearse.recording.TimeLine;
import io.vestibule.ui.Strings;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The appearances of known people as CSV. Strangers are not in it.
final class AppearanceTable {

    /// Keys of the texts above the columns.
    private static final List<String> COLUMNS = List.of(
            "rules.column-person",
            "rules.column-from",
            "rules.column-to",
            "rules.column-similarity",
            "rules.column-margin",
            "rules.column-would-alert",
            "rules.column-failed");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Strings strings;
    private final ZonedDateTime begun;
    private final RecordingModel model;

    /// @param begun when the recording begins
    AppearanceTable(Strings strings, ZonedDateTime begun, RecordingModel model) {
        this.strings = strings;
        this.begun = begun;
        this.model = model;
    }

    String csv(TimeLine timeLine) {
        StringBuilder text =
                new StringBuilder(line(COLUMNS.stream().map(strings::text).toList()));
        for (TimeLine.Lane lane : timeLine.lanes()) {
            lane.userId()
                    .flatMap(model::name)
                    .ifPresent(name -> lane.appearances().forEach(each -> text.append(row(name, each))));
        }
        return text.toString();
    }

    private String row(String name, Appearance appearance) {
        Trace trace = model.trace(appearance).orElseThrow();
        List<FaceSearch.Hit> hits = appearance.seen().hits();
        return line(List.of(
                name,
                TIME.format(begun.plus(appearance.face().from())),
                TIME.format(begun.plus(appearance.face().to())),
                number(hits.getFirst().similarity()),
                appearance.margin().map(AppearanceTable::number).orElse(""),
                strings.text(trace.wouldAlert() ? "rules.yes" : "rules.no"),
                trace.firstFailure()
                        .map(step -> strings.constant("rules.step", step.stage()))
                        .orElse("")));
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvCell::quoted).collect(Collectors.joining(",")) + "\r\n";
    }
}
