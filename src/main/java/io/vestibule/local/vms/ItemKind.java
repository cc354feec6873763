package io.vestibule.local.vms;

import java.util.Locale;

/// Kinds of items of an account.
enum ItemKind {
    RULE,
    CHANNEL,
    GROUP,
    ALIAS;

    String columnValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
