package io.vestibule.cloud.aws;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// What the test of a connection found.
///
/// @param lines every permission that we need, in the order of the policy
/// @param findings what else there is to know or to mend
public record Report(List<Line> lines, List<Finding> findings) {

    /// What is known of a permission.
    public enum Outcome {
        ALLOWED,
        REFUSED,

        /// Could not be asked without changing something, or the service gave no answer to it.
        UNKNOWN
    }

    /// @param permission as a policy spells it, for example `rekognition:IndexFaces`
    public record Line(String permission, Outcome outcome) {

        /// What to do about it, where it is refused.
        public Optional<Problem> problem() {
            return outcome == Outcome.REFUSED
                    ? Optional.of(Problem.of("cloud.not-allowed", permission))
                    : Optional.empty();
        }
    }

    /// @param stops whether nobody can be enrolled before it is mended
    public record Finding(Problem problem, boolean stops) {}

    public Report {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /// Whether people can be enrolled.
    public boolean works() {
        return lines.stream().noneMatch(line -> line.outcome() == Outcome.REFUSED)
                && findings.stream().noneMatch(Finding::stops);
    }
}
