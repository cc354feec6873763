package io.vestibule.rules;

import io.vestibule.base.Problem;

/// One thing about a draft, and where to mend it.
///
/// @param blocks whether it cannot be sent like that
public record DraftProblem(DraftSection section, Problem problem, boolean blocks) {

    /// Parts of a rule.
    public enum DraftSection {
        NAME,
        PEOPLE,
        CAMERAS,
        SCHEDULE,
        RECIPIENTS
    }
}
