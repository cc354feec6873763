package io.vestibule.journal.ui;

import java.util.UUID;

/// One line of the list.
sealed interface Line {

    /// Says whether a line that was read anew is the same line.
    Object key();

    /// @param count of jobs in the section, shown or not
    record Head(Section section, long count) implements Line {
        @Override
        public Object key() {
            return section;
        }
    }

    record Entry(JobRow row) implements Line {
        @Override
        public UUID key() {
            return row.job().id();
        }
    }

    /// @param left how many jobs of the section are not shown
    record More(Section section, long left) implements Line {
        @Override
        public Object key() {
            return "more " + section;
        }
    }
}
