package io.vestibule.store;

import io.vestibule.base.Problem;

/// One row is not what was written: a failure of what the row describes, not of the database.
public final class DamagedRowException extends StoreException {

    private static final long serialVersionUID = 1L;

    DamagedRowException(String table, Object id) {
        super(Problem.of("store.damaged-row", table, id));
    }
}
