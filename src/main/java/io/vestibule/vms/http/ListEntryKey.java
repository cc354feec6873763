package io.vestibule.vms.http;

import tools.jackson.databind.JsonNode;

/// The key by which two entries of a list are compared.
final class ListEntryKey {

    private ListEntryKey() {}

    /// The id, or the whole entry if it has none.
    static Object of(JsonNode entry) {
        JsonNode id = entry.path("id");
        return id.isMissingNode() ? entry : id;
    }
}
