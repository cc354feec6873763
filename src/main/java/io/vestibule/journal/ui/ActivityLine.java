package io.vestibule.journal.ui;

import java.util.UUID;

/// One line of the list.
sealed interface ActivityLine {

    /// Identity of the line across reloads.
    Object key();

    /// @param count number of jobs in the section, shown or not
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

    /// @param left number of jobs of the section that are not shown
    record LoadMoreLine(ActivitySection section, long left) implements ActivityLine {
        @Override
        public Object key() {
            return "more " + section;
        }
    }
}
