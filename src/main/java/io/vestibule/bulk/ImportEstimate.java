package io.vestibule.bulk;

import io.vestibule.journal.PriceList;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What sending the rows that are ready will cost, and how long it takes at the rate of the account.
///
/// @param calls of the service
/// @param dollars US dollars by [PriceList], without the storage of each month
public record ImportEstimate(long calls, BigDecimal dollars, Duration time) {

    /// A photo is indexed; a person is searched for, created, and associated with the faces.
    private static final String OF_PHOTO = "IndexFaces";

    private static final List<String> OF_PERSON = List.of("SearchUsersByImage", "CreateUser", "AssociateFaces");

    /// @param rates calls a second of the account by operation, as AWS spells it; empty for a service on this computer
    private static ImportEstimate ofRows(int people, int photos, Map<String, Integer> rates) {
        double seconds = rates.containsKey(OF_PHOTO) ? (double) photos / rates.get(OF_PHOTO) : 0;
        long charged = photos;
        for (var operation : OF_PERSON) {
            if (PriceList.charges(operation)) {
                charged += people;
            }
            if (rates.containsKey(operation)) {
                // Operations have rates of their own and run beside each other: the slowest counts.
                seconds = Math.max(seconds, (double) people / rates.get(operation));
            }
        }
        var dollars =
                PriceList.calls(charged).add(PriceList.request("PutObject").multiply(BigDecimal.valueOf(photos)));
        return new ImportEstimate(
                (long) photos + (long) people * OF_PERSON.size(),
                dollars,
                Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /// @param rates as for AWS; empty if nothing is charged
    public static ImportEstimate of(int people, int photos, Map<String, Integer> rates) {
        return rates.isEmpty() ? new ImportEstimate(0, BigDecimal.ZERO, Duration.ZERO) : ofRows(people, photos, rates);
    }

    public boolean isFree() {
        return dollars.signum() == 0;
    }
}
