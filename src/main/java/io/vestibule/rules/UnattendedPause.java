package io.vestibule.rules;

import io.vestibule.journal.run.Backoff;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;

/// Pauses a rule in a step of a job. Somebody can resume it as any other paused rule.
public final class UnattendedPause {

    private final PauseFlow flow;

    public UnattendedPause(PauseFlow flow) {
        this.flow = flow;
    }

    /// Safe to repeat: a rule that is paused already is not changed.
    ///
    /// @return `EndJob` if the rule stays as it is, because it is gone, belongs to another VMS or was changed there
    public StepOutcome pause(Step step, RuleId rule) {
        try {
            return flow.setPausedUnattended(rule, true)
                            .filter(result -> !(result instanceof SendResult.Done))
                            .isPresent()
                    ? new StepOutcome.EndJob()
                    : StepOutcome.DONE;
        } catch (RuleException _) {
            return new StepOutcome.EndJob();
        } catch (VmsException e) {
            return e.failure().isTransient() || e.failure() instanceof VmsFailure.ChangedMeanwhile
                    ? new StepOutcome.RetryLater(e.problem(), Backoff.delay(step.attempts()), true)
                    : new StepOutcome.Park(e.problem());
        }
    }
}
