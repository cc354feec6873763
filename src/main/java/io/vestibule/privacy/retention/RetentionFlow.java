package io.vestibule.privacy.retention;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.change.ExtendFlow;
import io.vestibule.enrol.change.HoldFlow;
import io.vestibule.people.change.PersonCommands;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Extends, holds, releases and removes several people at once. One that cannot be changed does not keep the others.
/// Blocks for the database.
public final class RetentionFlow {

    private final ExtendFlow extend;
    private final HoldFlow holds;
    private final PersonCommands commands;
    private final Runnable changed;

    /// @param undo takes back one change each; false if it was too late
    /// @param failed why people were left as they are; empty if all were changed
    public record Applied(List<BooleanSupplier> undo, List<Problem> failed) {

        public Applied {
            undo = List.copyOf(undo);
            failed = List.copyOf(failed);
        }

        public int count() {
            return undo.size();
        }

        /// @return whether every change was taken back
        public boolean takeBack() {
            boolean all = true;
            for (var one : undo) {
                all &= one.getAsBoolean();
            }
            return all;
        }
    }

    /// @param changed called after people were changed
    public RetentionFlow(ExtendFlow extend, HoldFlow holds, PersonCommands commands, Runnable changed) {
        this.extend = extend;
        this.holds = holds;
        this.commands = commands;
        this.changed = changed;
    }

    public Applied extend(List<PersonId> people, LocalDate until, String reason) {
        return each(people, person -> Optional.of(extend.extend(person, until, reason)::undo));
    }

    public Applied hold(List<PersonId> people, Instant until, String reason) {
        return each(people, person -> {
            holds.place(person, reason, until);
            return Optional.of(() -> holds.lift(person).isPresent());
        });
    }

    /// Those without a hold stay as they are.
    public Applied lift(List<PersonId> people) {
        return each(
                people,
                person -> holds.lift(person).map(hold -> () -> {
                    holds.restore(hold);
                    return true;
                }));
    }

    public Applied remove(List<PersonId> people) {
        return each(people, person -> Optional.of(commands.remove(person)::undo));
    }

    private Applied each(List<PersonId> people, Function<PersonId, Optional<BooleanSupplier>> change) {
        var undo = new ArrayList<BooleanSupplier>();
        var failed = new ArrayList<Problem>();
        for (var person : people) {
            try {
                change.apply(person).ifPresent(undo::add);
            } catch (EnrolException e) {
                failed.add(e.problems().getFirst());
            }
        }
        changed.run();
        return new Applied(undo, failed);
    }
}
