package io.vestibule.app.desktop;

import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.RowIssue;
import io.vestibule.bulk.RowState;
import io.vestibule.ui.Strings;

/// The words of an import's report.
public record ImportWords(Strings strings) implements ImportReport.Words {

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
