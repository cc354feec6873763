package io.vestibule.store;

import java.io.IOException;

/// A part of the database file does not have the bytes that were written.
final class DamagedBlockException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBlockException(long position) {
        super("damaged near byte " + position);
    }

    static boolean causes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof DamagedBlockException) {
                return true;
            }
        }
        return false;
    }
}
