package io.vestibule.base;

import java.util.UUID;

/// Id of a company. Text, because a company that already exists in the VMS has its own id.
///
/// @param value 1..36 characters of `[A-Za-z0-9-]`, which fits after the name in a collection id
public record CompanyId(String value) {

    public CompanyId {
        if (!value.matches("[A-Za-z0-9-]{1,36}")) {
            throw new IllegalArgumentException("A company id has 1 to 36 letters, digits or hyphens");
        }
    }

    public static CompanyId mint() {
        return new CompanyId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
