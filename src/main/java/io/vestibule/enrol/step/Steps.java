package io.vestibule.enrol.step;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.Backoff;
import io.vestibule.journal.Outcome;
import io.vestibule.journal.Step;
import io.vestibule.journal.StepHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Every step that this room can perform, for the journal's runner.
public final class Steps {

    private Steps() {}

    public static Map<String, StepHandler> handlers(
            Records records, Service service, Collections collections, Supplier<EnrolSettings> settings) {
        var handlers = new HashMap<String, StepHandler>();
        var photos = new PhotoSteps(records.database(), records.people(), service, collections, settings);
        var users = new UserSteps(
                records.people(),
                service,
                collections,
                new Associations(records.database(), records.people()),
                new UserStatuses(service.faces(), records.clock()),
                settings);
        handlers.putAll(photos.handlers());
        handlers.putAll(users.handlers());
        handlers.putAll(new EraseSteps(records.people(), service, collections, records.journal()).handlers());
        return handlers;
    }

    /// Turns a failed call into what the journal does about it: wait where waiting helps, ask a person where it does
    /// not.
    record Attempt(StepHandler deed) implements StepHandler {

        @Override
        public Outcome perform(Step step) {
            try {
                return deed.perform(step);
            } catch (CloudException e) {
                var failure = e.failure();
                // Without an answer the deed may have been done: the same token makes the service recognise it.
                var answered = !(failure instanceof CloudFailure.Offline);
                return failure.passes()
                        ? new Outcome.Later(failure.problem(), Backoff.pause(step.attempts()), answered)
                        : new Outcome.Park(failure.problem());
            }
        }
    }
}
