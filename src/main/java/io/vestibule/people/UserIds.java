package io.vestibule.people;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids of users: those that this program gives are UUIDs, those of other programs any text.
final class UserIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UserIds() {}

    static boolean isUuid(String userId) {
        return UUID_TEXT.matcher(userId).matches();
    }

    /// The id of the person's user if this program gave it, which it writes in one spelling only.
    static Optional<UUID> own(Person person) {
        return Optional.of(person.externalId())
                .filter(UserIds::isUuid)
                .map(UUID::fromString)
                .filter(user -> user.toString().equals(person.externalId()));
    }
}
