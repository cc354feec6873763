package io.vestibule.setup.ui.cloud;

import io.vestibule.base.Problem;
import io.vestibule.cloud.aws.Report;
import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the test of a connection found: what has to be mended first, then every permission.
final class ReportPane extends VBox {

    ReportPane(Strings strings, Report report) {
        super(6);
        setId("cloud-report");
        var verdict = line(
                strings.text(report.works() ? "setup.cloud.works" : "setup.cloud.works-not"),
                report.works() ? "mdi2c-check" : "mdi2c-close-circle",
                report.works() ? "state-done" : "state-refused");
        verdict.setId("cloud-verdict");
        verdict.getStyleClass().add("strong");
        getChildren().add(verdict);
        report.findings()
                .forEach(finding -> getChildren()
                        .add(line(
                                words(strings, finding.problem()),
                                finding.stops() ? "mdi2c-close-circle" : "mdi2i-information-outline",
                                finding.stops() ? "state-refused" : "state-waiting")));
        refused(report)
                .forEach(problem ->
                        getChildren().add(line(words(strings, problem), "mdi2c-close-circle", "state-refused")));
        names(strings, report, Report.Outcome.ALLOWED, "setup.cloud.allowed");
        names(strings, report, Report.Outcome.UNKNOWN, "setup.cloud.unknown");
    }

    private static List<Problem> refused(Report report) {
        return report.lines().stream().flatMap(line -> line.problem().stream()).toList();
    }

    private void names(Strings strings, Report report, Report.Outcome outcome, String key) {
        var names = report.lines().stream()
                .filter(line -> line.outcome() == outcome)
                .map(Report.Line::permission)
                .toList();
        if (!names.isEmpty()) {
            getChildren().add(Fields.wrapped(strings.text(key, String.join(", ", names)), "hint"));
        }
    }

    private static Label line(String words, String icon, String style) {
        Label line = Fields.wrapped(words);
        line.setGraphic(Icon.of(icon, style));
        return line;
    }

    private static String words(Strings strings, Problem problem) {
        var words = strings.problem(problem);
        return words.what() + " " + words.means() + " " + words.advice();
    }
}
