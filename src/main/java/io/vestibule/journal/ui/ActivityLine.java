package io.vestibule.journal.ui;

import java.util.UUID;

/// One line of the list.
sealed interface ActivityLine {

    /// Says whether a line that was read anew is the same line.
    Object key();

    /// @param count of jobs in the section, shown or not
    record SectionHeader(ActivitySection section, long count) implements ActivityLine {
        @Override
        public Object key() {
            return section;
        }
    }

    record JobLine(JobRow row) implements ActivityLine {
        @Override
        public UUID key() {
            return row.job().id();
        }
    }

    /// @param left how many jobs of the section are not shown
    record LoadMoreLine(ActivitySection section, long left) implements ActivityLine {
        @Override
        public Object key() {
            return "more " + section;
        }
    }
}
