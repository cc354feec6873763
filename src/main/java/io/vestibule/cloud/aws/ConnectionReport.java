package io.vestibule.cloud.aws;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// The result of a connection test.
///
/// @param permissions every permission that we need, in the order of the policy
/// @param findings further information and problems
public record ConnectionReport(List<PermissionResult> permissions, List<ConnectionFinding> findings) {

    /// The tested status of a permission.
    public enum PermissionStatus {
        ALLOWED,
        REFUSED,

        /// Could not be tested without a change, or the service did not answer the call.
        UNKNOWN
    }

    /// @param permission in the spelling of a policy, for example `rekognition:IndexFaces`
    public record PermissionResult(String permission, PermissionStatus status) {

        /// The problem to fix, if the permission is refused.
        public Optional<Problem> problem() {
            return status == PermissionStatus.REFUSED
                    ? Optional.of(Problem.of("cloud.not-allowed", permission))
                    : Optional.empty();
        }
    }

    /// @param blocking whether nobody can be enrolled until it is fixed
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
