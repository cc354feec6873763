package io.vestibule.rules.ui;

import io.vestibule.rules.RuleEntry;
import io.vestibule.ui.control.State;

/// One rule of the list, formatted as text.
record RuleRow(RuleEntry entry, String name, String sentence, State state, String stateText) {

    String key() {
        return entry.key();
    }
}
