package io.vestibule.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Tells HikariCP which connections are not given out again: those to a database that closed itself.
public final class ClosedConnectionEviction implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return Database.CLOSED.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
