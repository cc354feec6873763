package io.vestibule.journal.ui;

import java.util.List;

/// What the operator wants to see.
enum Filter {
    ALL,
    ATTENTION,
    UNDER_WAY,
    ENDED;

    List<Section> sections() {
        return switch (this) {
            case ALL -> List.of(Section.values());
            case ATTENTION -> List.of(Section.ATTENTION);
            case UNDER_WAY -> List.of(Section.UNDER_WAY);
            case ENDED -> List.of(Section.ENDED);
        };
    }
}
