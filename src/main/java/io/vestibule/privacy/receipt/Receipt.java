package io.vestibule.privacy.receipt;

import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasurePlace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a receipt says about an erasure: ids, times and counts, and nothing of the person. Times are in UTC.
///
/// @param version of this format
/// @param person the id that the person had; the audit log knows it too
/// @param removedBy id of the operator; empty if the retention period ended
/// @param verifiedAt when every place was asked again and was empty
/// @param inNoBackupAfter when the last backup that may have the data is deleted
public record Receipt(
        int version,
        String id,
        String company,
        String person,
        String removedAt,
        String removedBy,
        String erasedAt,
        String verifiedAt,
        String engine,
        String collection,
        List<Place> places,
        String inNoBackupAfter) {

    private static final int VERSION = 1;

    /// @param place see [ErasurePlace]
    /// @param before number of things that were erased there
    /// @param after number of things that were found there afterwards
    public record Place(String place, int before, int after) {}

    /// @param check of which nothing is left
    /// @param backups how long a backup is kept
    /// @throws IllegalArgumentException if something is or may be left
    static Receipt of(ErasureCheck check, Duration backups) {
        var verified =
                check.verifiedAt().orElseThrow(() -> new IllegalArgumentException("The erasure is not proven yet"));
        return new Receipt(
                VERSION,
                check.id().toString(),
                check.company().value(),
                check.person().toString(),
                check.removedAt().toString(),
                check.operator().map(Object::toString).orElse(""),
                check.erasedAt().toString(),
                verified.toString(),
                check.collection().engine(),
                check.collection().id(),
                Arrays.stream(ErasurePlace.values())
                        .flatMap(place ->
                                Optional.ofNullable(check.places().get(place))
                                        .map(counts -> place(place, counts))
                                        .stream())
                        .toList(),
                check.erasedAt().plus(backups).toString());
    }

    private static Place place(ErasurePlace place, ErasureCheck.Counts counts) {
        return new Place(
                place.name(),
                counts.before(),
                counts.after().orElseThrow(() -> new IllegalArgumentException("A place was not asked")));
    }
}
