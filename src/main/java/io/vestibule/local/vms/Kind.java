package io.vestibule.local.vms;

import java.util.Locale;

/// What an account holds.
enum Kind {
    RULE,
    CHANNEL,
    GROUP,
    ALIAS;

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
