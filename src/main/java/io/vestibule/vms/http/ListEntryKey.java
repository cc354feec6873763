package io.vestibule.vms.http;

import tools.jackson.databind.JsonNode;

/// What tells two entries of a list apart.
final class ListEntryKey {

    private ListEntryKey() {}

    /// The id, or the whole entry where it has none.
    static Object of(JsonNode entry) {
        JsonNode id = entry.path("id");
        return id.isMissingNode() ? entry : id;
    }
}
