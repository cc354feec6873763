package io.vestibule.vms.http;

import io.vestibule.vms.RawJson;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;

/// Rejects rules that the VMS could not execute.
final class RuleContentValidator {

    private RuleContentValidator() {}

    /// @return the body of the rule
    /// @throws VmsException [VmsFailure.Incomplete]
    static RawJson require(RuleContent wanted) {
        boolean complete = !wanted.name().isBlank()
                && !(wanted.cameraIds().isEmpty() && wanted.siteIds().isEmpty())
                && switch (wanted.meta()) {
                    case RuleMeta.KnownPeople people ->
                        !people.collection().isBlank() && !people.userIds().isEmpty();
                    case RuleMeta.Other _ -> true;
                };
        if (!complete) {
            throw new VmsException(new VmsFailure.Incomplete());
        }
        try {
            return wanted.body();
        } catch (IllegalArgumentException _) {
            throw new VmsException(new VmsFailure.Incomplete());
        }
    }
}
