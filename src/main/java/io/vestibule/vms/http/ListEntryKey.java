package io.vestibule.vms.http;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The key of an entry of a list without an id: all of it.
///
/// @param copy distinguishes equal entries of one page
record ListEntryKey(JsonNode entry, int copy) {

    /// The id of an entry; empty if it has none.
    static Optional<Object> id(JsonNode entry) {
        JsonNode id = entry.path("id");
        return id.isNumber() || (id.isString() && !id.stringValue().isBlank())
                ? Optional.of(id.asString())
                : Optional.empty();
    }
}
