package io.vestibule.people;

import io.vestibule.base.CompanyId;
import java.util.Optional;

/// A customer company. It has one face collection, whose name never changes once it is created.
///
/// @param externalFaceCollectionId empty until the collection is created
/// @param active whether the console is set to this company
public record Company(CompanyId id, String name, Optional<String> externalFaceCollectionId, boolean active) {

    private static final int LONGEST_NAME = 218;

    /// The collection id of a company: its name, in which each run of characters that a collection id must not
    /// contain is replaced by one `_`, cut to 218 characters, then `_`, then its id. At most 255 characters of
    /// `[a-zA-Z0-9_.-]`.
    public String collectionId() {
        var name = name().replaceAll("[^a-zA-Z0-9_.\\-]+", "_");
        return name.substring(0, Math.min(LONGEST_NAME, name.length())) + "_" + id;
    }
}
