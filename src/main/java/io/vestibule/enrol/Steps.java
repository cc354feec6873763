package io.vestibule.enrol;

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
}
