package io.vestibule.people.change;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The erasure of a person, and what was found when every place was asked again.
///
/// @param person the id, which is all that is left
/// @param collection where the face was
/// @param operator who removed them; empty if their retention period ended
/// @param removedAt when they were hidden
/// @param erasedAt when the last record was deleted
/// @param askedAt when the places were asked last
/// @param verifiedAt when nothing was found any more
public record ErasureCheck(
        UUID id,
        CompanyId company,
        PersonId person,
        Collection collection,
        Optional<OperatorId> operator,
        Instant removedAt,
        Instant erasedAt,
        Optional<Instant> askedAt,
        Optional<Instant> verifiedAt,
        Map<ErasurePlace, Counts> places) {

    public ErasureCheck {
        places = Map.copyOf(places);
    }

    /// Whether everything but other connections was asked, and nothing was found.
    public boolean isOnlyElsewhere() {
        return places.entrySet().stream()
                .filter(place -> place.getKey() != ErasurePlace.ELSEWHERE)
                .allMatch(place -> place.getValue().after().equals(Optional.of(0)));
    }

    /// @param ref the record of the collection
    /// @param id of the collection in the service
    public record Collection(UUID ref, String id, String engine) {}

    /// @param before number of things that were erased
    /// @param after number of things that were found afterwards; empty before the first look
    public record Counts(int before, Optional<Integer> after) {}

    /// What the service knows the data by, until nothing is found any more.
    ///
    /// @param user id of the user of the collection
    public record Ids(String user, List<String> faces, List<String> photos) {}
}
