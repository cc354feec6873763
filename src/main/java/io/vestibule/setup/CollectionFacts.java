package io.vestibule.setup;

import io.vestibule.journal.PriceList;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionRef;
import java.math.BigDecimal;
import java.time.YearMonth;

/// The local records of the active company's collection.
///
/// @param charged whether the service in use charges for calls
/// @param pendingJobs unfinished jobs, because of which records and collection may differ for a moment
/// @param calls calls of this month that Amazon charges for, or would charge for
/// @param callCost cost of those calls in US dollars, whether charged or not
public record CollectionFacts(
        CollectionRef collection,
        CollectionIndexStore.Counts counts,
        boolean charged,
        long pendingJobs,
        YearMonth month,
        long calls,
        BigDecimal callCost) {

    /// Measured: the final bytes of the nine bundled sample photos take 0.13 to 0.22 bytes per pixel, 0.17 on
    /// average.
    private static final double BYTES_A_PIXEL = 0.17;

    /// Estimated size of the photos in the bucket, in bytes.
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
