package io.vestibule.bulk;

import io.vestibule.base.Problem;
import io.vestibule.check.Finding;
import java.util.List;

/// Something that is wrong with a row or one of its photos.
///
/// @param code code of a problem, or `finding.` and the key of a finding of the photo check
/// @param arguments for the words
/// @param refuses whether the row is not imported because of it
public record RowIssue(String code, List<String> arguments, boolean refuses) {

    private static final String FINDING = "finding.";

    public RowIssue {
        arguments = List.copyOf(arguments);
    }

    public static RowIssue refusing(Problem problem) {
        return new RowIssue(problem.code(), problem.args(), true);
    }

    public static RowIssue warning(Problem problem) {
        return new RowIssue(problem.code(), problem.args(), false);
    }

    static RowIssue of(Finding finding) {
        return new RowIssue(FINDING + finding.reason().key(), List.of(), finding.refuses());
    }

    RowIssue asWarning() {
        return new RowIssue(code, arguments, false);
    }

    /// Bundle key of the text that names it.
    public String whatKey() {
        return code.startsWith(FINDING) ? code + ".what" : "problem." + code + ".what";
    }

    /// Bundle key of the text that says what to do.
    public String doKey() {
        return code.startsWith(FINDING) ? code + ".do" : "problem." + code + ".do";
    }
}
