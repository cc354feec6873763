package io.vestibule.enrol.step;

import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.StepHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Every step that this room can perform, for the journal's runner.
public final class Steps {

    private Steps() {}

    public static Map<String, StepHandler> handlers(
            Records records, Service service, Collections collections, Supplier<EnrolSettings> settings) {
        var associations = new Associations(records, service, settings);
        var erase = new EraseSteps(records, service, collections);
        var beside = new HashMap<String, StepHandler>();
        beside.putAll(new PhotoSteps(records, service, collections, settings).handlers());
        beside.putAll(new UserSteps(
                        records.people(),
                        service,
                        collections,
                        associations,
                        new UserStatuses(service.faces(), records.clock()))
                .handlers());
        beside.putAll(new SearchSteps(records, service, collections, settings).handlers());
        var alone = new HashMap<String, StepHandler>();
        alone.putAll(new MoveSteps(records, service, collections, associations).handlers());
        alone.putAll(erase.handlers());
        var turns = new Turns();
        var handlers = new HashMap<String, StepHandler>();
        beside.forEach((kind, step) -> handlers.put(kind, turns.beside(new Attempt(step))));
        alone.forEach((kind, step) -> handlers.put(kind, turns.alone(new Attempt(step))));
        return handlers;
    }
}
