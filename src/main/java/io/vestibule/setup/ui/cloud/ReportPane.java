package io.vestibule.setup.ui.cloud;

import io.vestibule.base.Problem;
import io.vestibule.cloud.aws.ConnectionReport;
import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Result of a connection test: first what has to be fixed, then every permission.
final class ReportPane extends VBox {

    ReportPane(Strings strings, ConnectionReport connectionReport) {
        super(6);
        setId("cloud-report");
        var verdict = line(
                strings.text(connectionReport.isUsable() ? "setup.cloud.works" : "setup.cloud.works-not"),
                connectionReport.isUsable() ? "mdi2c-check" : "mdi2c-close-circle",
                connectionReport.isUsable() ? "state-done" : "state-refused");
        verdict.setId("cloud-verdict");
        verdict.getStyleClass().add("strong");
        getChildren().add(verdict);
        connectionReport
                .findings()
                .forEach(connectionFinding -> getChildren()
                        .add(line(
                                words(strings, connectionFinding.problem()),
                                connectionFinding.blocking() ? "mdi2c-close-circle" : "mdi2i-information-outline",
                                connectionFinding.blocking() ? "state-refused" : "state-waiting")));
        refused(connectionReport)
                .forEach(problem ->
                        getChildren().add(line(words(strings, problem), "mdi2c-close-circle", "state-refused")));
        names(strings, connectionReport, ConnectionReport.PermissionStatus.ALLOWED, "setup.cloud.allowed");
        names(strings, connectionReport, ConnectionReport.PermissionStatus.UNKNOWN, "setup.cloud.unknown");
    }

    private static List<Problem> refused(ConnectionReport connectionReport) {
        return connectionReport.permissions().stream()
                .flatMap(permissionResult -> permissionResult.problem().stream())
                .toList();
    }

    private void names(
            Strings strings,
            ConnectionReport connectionReport,
            ConnectionReport.PermissionStatus permissionStatus,
            String key) {
        var names = connectionReport.permissions().stream()
                .filter(permissionResult -> permissionResult.status() == permissionStatus)
                .map(ConnectionReport.PermissionResult::permission)
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
        return words.summary() + " " + words.explanation() + " " + words.advice();
    }
}
