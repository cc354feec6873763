package io.vestibule.local.vms;

import java.util.Locale;

/// What an account holds.
enum ItemKind {
    RULE,
    CHANNEL,
    GROUP,
    ALIAS;

    String columnValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
