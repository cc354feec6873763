package io.vestibule.app.command;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;

/// Waits for the jobs about some people: a command that ends before them would leave its work to the next start of the
/// window.
final class JobWait {

    private final Application application;
    private final LinkedBlockingQueue<UUID> changed = new LinkedBlockingQueue<>();

    private JobWait(Application application) {
        this.application = application;
    }

    /// Performs their jobs now, without the period in which a person at the window could undo them.
    ///
    /// @return whose jobs have not ended, because they wait for a person or for a service that does not answer
    static Set<PersonId> perform(Application application, Collection<PersonId> people) {
        return new JobWait(application).perform(people);
    }

    private Set<PersonId> perform(Collection<PersonId> people) {
        var journal = application.storage().journal();
        var open = new HashMap<UUID, PersonId>();
        try (var _ = journal.onChange(changed::add)) {
            for (var person : people) {
                for (var step : journal.openStepsFor(person.toString())) {
                    open.put(step.job(), person);
                }
            }
            open.keySet().forEach(journal::retryNow);
            changed.addAll(open.keySet());
            var waiting = new HashSet<UUID>();
            while (waiting.size() < open.size()) {
                var job = changed.take();
                if (open.containsKey(job)) {
                    note(job, open, waiting);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Set.copyOf(open.values());
    }

    private void note(UUID job, Map<UUID, PersonId> open, Set<UUID> waiting) {
        var current = application
                .storage()
                .journal()
                .job(job)
                .flatMap(found -> found.current())
                .filter(step -> step.state() != StepState.DROPPED);
        if (current.isEmpty()) {
            open.remove(job);
            waiting.remove(job);
        } else if (current.filter(JobWait::isStuck).isPresent()) {
            waiting.add(job);
        } else {
            waiting.remove(job);
        }
    }

    private static boolean isStuck(Step step) {
        return step.state() == StepState.PARKED
                || step.problem()
                        .filter(problem -> !RunDoctor.USUAL.contains(problem.code()))
                        .isPresent();
    }
}
