package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.store.StoreException;
import io.vestibule.vms.VmsException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one poll of the VMS does with each rule in turn. A rule that fails keeps its problem, which the list
/// shows at that rule, and the others go on.
final class RuleLoop {

    private static final Logger LOG = LoggerFactory.getLogger(RuleLoop.class);

    /// So many calls without an answer, each of which waits for its timeout, count as a VMS that cannot be reached.
    private static final int UNANSWERED = 2;

    private final Map<RuleId, Problem> problems = new HashMap<>();
    private int unanswered;

    /// @return what `action` returns; false if it failed
    /// @throws VmsException if every other rule would fail as well
    boolean attempt(RuleId rule, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (VmsException e) {
            unanswered += e.failure().isUnanswered() ? 1 : 0;
            if (e.failure().concernsServer() || unanswered >= UNANSWERED) {
                throw e;
            }
            LOG.info("Rule {} failed: {}", rule, e.problem().code());
            problems.putIfAbsent(rule, e.problem());
        } catch (StoreException e) {
            throw e;
        } catch (RuleException e) {
            // The rule was deleted in the meantime.
            LOG.info("Rule {} was passed over: {}", rule, e.problem().code());
        } catch (RuntimeException e) {
            LOG.error("Rule {} failed: {}", rule, e.getClass().getName());
            problems.putIfAbsent(rule, Problem.of("rules.not-compared"));
        }
        return false;
    }

    Map<RuleId, Problem> problems() {
        return Map.copyOf(problems);
    }
}
