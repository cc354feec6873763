package io.vestibule.clock;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;

/// What an operator can do about a clock that is not trusted.
public final class ClockFlow {

    private final ClockGuard guard;
    private final Session session;

    public ClockFlow(ClockGuard guard, Session session) {
        this.guard = guard;
        this.session = session;
    }

    public boolean mayConfirm() {
        return session.may(Permission.CONFIRM_CLOCK);
    }

    /// Confirms that the date of the computer is right. Blocks for the database.
    ///
    /// @param seen what the operator was shown
    /// @return false if the clock has jumped again since then; nothing has changed then
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    public boolean confirm(ClockState seen) {
        session.require(Permission.CONFIRM_CLOCK);
        return guard.confirm(seen.ahead(), "clock.confirmed");
    }
}
