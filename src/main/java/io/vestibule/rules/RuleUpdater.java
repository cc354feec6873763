package io.vestibule.rules;

import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.SaveResult;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.util.Optional;

/// Changes a rule that the VMS has, and records what it has then.
final class RuleUpdater {

    private final RulesContext rulesContext;

    RuleUpdater(RulesContext rulesContext) {
        this.rulesContext = rulesContext;
    }

    /// @param known what the VMS is expected to have; if it has something else, nothing is changed there
    /// @param draft of which `wanted` is the content
    SendResult change(
            RuleId rule, AlertRule known, RuleContent wanted, RuleDraft draft, Optional<DayOverride> override) {
        try {
            SaveResult saveResult = rulesContext.vms().client(known.id().vms()).update(known, wanted);
            boolean untouched = saveResult.confirmation() == SaveResult.Confirmation.NOTHING_TO_DO;
            return untouched && !saveResult.differences().isEmpty()
                    ? new SendResult.Changed(saveResult.rule())
                    : done(rule, saveResult, draft, override);
        } catch (VmsException e) {
            return switch (e.failure()) {
                case VmsFailure.ChangedMeanwhile changed -> new SendResult.Changed(changed.now());
                case VmsFailure.NotFound _ -> new SendResult.Gone();
                default -> throw e;
            };
        }
    }

    SendResult done(RuleId rule, SaveResult saveResult, RuleDraft draft, Optional<DayOverride> override) {
        rulesContext
                .store()
                .setSent(
                        rule,
                        new SentRule(
                                saveResult.rule(), draft, rulesContext.clock().instant(), override));
        return new SendResult.Done(saveResult);
    }
}
