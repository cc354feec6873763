package io.vestibule.bulk.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What became of each of several people.
///
/// @param done whose change is saved
/// @param failed why the others were not changed
public record BatchResult(List<PersonId> done, Map<PersonId, Problem> failed) {

    public BatchResult {
        done = List.copyOf(done);
        failed = Map.copyOf(failed);
    }

    /// Changes each of them; one that fails does not keep the others from being changed.
    ///
    /// @param problems the problem of an exception; an exception without one is a fault of the program, and thrown
    static BatchResult of(
            List<PersonId> people, Function<Throwable, Optional<Problem>> problems, Consumer<PersonId> change) {
        var done = new ArrayList<PersonId>();
        var failed = new LinkedHashMap<PersonId, Problem>();
        for (var person : people) {
            try {
                change.accept(person);
                done.add(person);
            } catch (RuntimeException e) {
                failed.put(person, problems.apply(e).orElseThrow(() -> e));
            }
        }
        return new BatchResult(done, failed);
    }
}
