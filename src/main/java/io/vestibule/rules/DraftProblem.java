package io.vestibule.rules;

import io.vestibule.base.Problem;

/// One problem of a draft, and the section of the rule in which it can be fixed.
///
/// @param blocks whether the draft cannot be sent while the problem exists
public record DraftProblem(DraftSection section, Problem problem, boolean blocks) {

    /// Sections of a rule.
    public enum DraftSection {
        NAME,
        PEOPLE,
        CAMERAS,
        SCHEDULE,
        RECIPIENTS
    }
}
