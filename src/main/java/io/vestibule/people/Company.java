package io.vestibule.people;

import io.vestibule.base.CompanyId;
import java.util.Optional;

/// A customer company. It has one face collection, named once and for all when it is made.
///
/// @param externalFaceCollectionId empty until the collection was made
/// @param active whether it is the one that the console works for
public record Company(CompanyId id, String name, Optional<String> externalFaceCollectionId, boolean active) {

    private static final int LONGEST_NAME = 218;

    /// The collection id of a company: its name with each run of characters that a collection id may not have turned
    /// into one `_`, cut to 218 characters, `_`, and its id. At most 255 characters of `[a-zA-Z0-9_.-]`.
    public String collectionId() {
        var name = name().replaceAll("[^a-zA-Z0-9_.\\-]+", "_");
        return name.substring(0, Math.min(LONGEST_NAME, name.length())) + "_" + id;
    }
}
