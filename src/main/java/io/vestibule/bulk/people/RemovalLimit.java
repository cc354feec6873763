package io.vestibule.bulk.people;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.settings.Settings;

/// How many people are removed at once at most. A list that is cut off or of another site looks like hundreds of
/// people who left: beyond the limit nobody is removed, and a person has to look.
///
/// @param people most people
/// @param percent most of the company's people, in per cent; one person may always be removed
public record RemovalLimit(int people, int percent) {

    public static RemovalLimit of(Settings settings) {
        return new RemovalLimit(settings.get(BulkKeys.REMOVE_MOST), settings.get(BulkKeys.REMOVE_PERCENT));
    }

    /// Most people of a company that has so many.
    public long most(long all) {
        return Math.min(people, Math.max(1, all * percent / 100));
    }

    /// @param asked number of people to remove
    /// @param all number of people of the company
    /// @throws BulkException `bulk.over-limit`
    public void require(long asked, long all) {
        if (asked > most(all)) {
            throw new BulkException(new BulkFailure.OverLimit(asked, most(all)));
        }
    }
}
