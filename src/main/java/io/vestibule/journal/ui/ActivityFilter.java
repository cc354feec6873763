package io.vestibule.journal.ui;

import java.util.List;

/// Which jobs the list shows.
enum ActivityFilter {
    ALL,
    ATTENTION,
    UNDER_WAY,
    ENDED;

    List<ActivitySection> sections() {
        return switch (this) {
            case ALL -> List.of(ActivitySection.values());
            case ATTENTION -> List.of(ActivitySection.ATTENTION);
            case UNDER_WAY -> List.of(ActivitySection.UNDER_WAY);
            case ENDED -> List.of(ActivitySection.ENDED);
        };
    }
}
