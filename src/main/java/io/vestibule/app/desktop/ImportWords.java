package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.RowIssue;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.ui.ImportParts;
import io.vestibule.cloud.Quotas;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.ui.Strings;
import java.util.Map;
import java.util.stream.Collectors;

/// The words of an import's report.
public record ImportWords(Strings strings) implements ImportReport.Words {

    /// The flows behind the screen Import.
    static ImportParts parts(Application application, Strings strings) {
        var bulk = application.bulk();
        return new ImportParts(
                bulk.context(),
                bulk.propose(),
                bulk.check(),
                bulk.run(),
                bulk.decide(),
                bulk.undo(),
                bulk.removeMissing(),
                bulk.removePeople(),
                new ImportWords(strings),
                kind -> application.storage().settings().get(EnrolKeys.days(kind)),
                () -> rates(application));
    }

    private static Map<String, Integer> rates(Application application) {
        return application
                .cloud()
                .region()
                .map(region -> Quotas.read(application.storage().settings(), region).rates().entrySet().stream()
                        .collect(Collectors.toMap(rate -> rate.getKey().apiName(), Map.Entry::getValue)))
                .orElse(Map.of());
    }

    @Override
    public String text(String key) {
        return strings.text(key);
    }

    @Override
    public String issue(RowIssue issue) {
        return strings.text(issue.whatKey(), issue.arguments().toArray());
    }

    @Override
    public String state(RowState state) {
        return strings.constant("bulk.state", state);
    }
}
