package io.vestibule.bulk.people;

import io.vestibule.settings.Setting;

/// The settings of imports.
public final class BulkKeys {

    /// Most people who are removed at once because a list no longer names them, or because a list names them for
    /// removal.
    public static final Setting<Integer> REMOVE_MOST = Setting.integer("bulk.remove-most", 50, 0, 100_000, "");

    /// The same in per cent of the company's people.
    public static final Setting<Integer> REMOVE_PERCENT = Setting.integer("bulk.remove-percent", 10, 0, 100, "%");

    private BulkKeys() {}
}
