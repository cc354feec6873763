package io.vestibule.cloud.aws;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// What the test of a connection found.
///
/// @param permissions every permission that we need, in the order of the policy
/// @param findings what else there is to know or to mend
public record ConnectionReport(List<PermissionResult> permissions, List<ConnectionFinding> findings) {

    /// What is known of a permission.
    public enum PermissionStatus {
        ALLOWED,
        REFUSED,

        /// Could not be asked without changing something, or the service gave no answer to it.
        UNKNOWN
    }

    /// @param permission as a policy spells it, for example `rekognition:IndexFaces`
    public record PermissionResult(String permission, PermissionStatus status) {

        /// What to do about it, where it is refused.
        public Optional<Problem> problem() {
            return status == PermissionStatus.REFUSED
                    ? Optional.of(Problem.of("cloud.not-allowed", permission))
                    : Optional.empty();
        }
    }

    /// @param blocking whether nobody can be enrolled before it is mended
    public record ConnectionFinding(Problem problem, boolean blocking) {}

    public ConnectionReport {
        permissions = List.copyOf(permissions);
        findings = List.copyOf(findings);
    }

    /// Whether people can be enrolled.
    public boolean isUsable() {
        return permissions.stream().noneMatch(permissionResult -> permissionResult.status() == PermissionStatus.REFUSED)
                && findings.stream().noneMatch(ConnectionFinding::blocking);
    }
}
