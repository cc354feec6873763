package io.vestibule.setup;

import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionRef;
import java.math.BigDecimal;
import java.time.YearMonth;

/// What we have on record of the active company's collection.
///
/// @param charged whether the service in use costs money
/// @param pendingJobs jobs that are not through, so that both sides may differ for a moment
/// @param calls of this month that Amazon charges for, or would
/// @param callCost what they cost, or would, in US dollars
public record CollectionFacts(
        CollectionRef collection,
        CollectionIndexStore.Counts counts,
        boolean charged,
        long pendingJobs,
        YearMonth month,
        long calls,
        BigDecimal callCost) {

    /// Measured: the final bytes of the nine shipped sample photos take 0.13 to 0.22 bytes a pixel, 0.17 on average.
    private static final double BYTES_A_PIXEL = 0.17;

    /// About how many bytes the photos take in the bucket.
    public long photoBytes() {
        return Math.round(counts.pixels() * BYTES_A_PIXEL);
    }

    public BigDecimal facesMonth() {
        return PriceList.vectorMonth(counts.faces());
    }

    public BigDecimal usersMonth() {
        return PriceList.vectorMonth(counts.users());
    }

    public BigDecimal photosMonth() {
        return PriceList.photoMonth(photoBytes());
    }

    public BigDecimal storageMonth() {
        return facesMonth().add(usersMonth()).add(photosMonth());
    }
}
