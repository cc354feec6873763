package io.vestibule.journal.ui;

import io.vestibule.journal.CallCount;
import io.vestibule.journal.PriceList;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// Cost of the calls of one month at Amazon's prices.
///
/// @param charged whether the service in use charges for them
/// @param lines operations that Amazon charges for, the most frequent first
/// @param free number of calls that Amazon does not charge for
/// @param total US dollars
record MonthlyCosts(YearMonth month, boolean charged, List<Line> lines, long free, BigDecimal total) {

    /// @param price US dollars
    record Line(String operation, long calls, BigDecimal price) {}

    static MonthlyCosts of(Instant now, boolean charged, List<CallCount> all) {
        List<CallCount> counts = charged ? PriceList.billed(all) : all;
        List<Line> lines = counts.stream()
                .filter(count -> count.succeeded() > 0)
                .filter(count -> PriceList.charges(count.operation()) || isRequest(count))
                .map(count -> new Line(count.operation(), count.succeeded(), price(count, counts)))
                .toList();
        long free = counts.stream().mapToLong(CallCount::succeeded).sum()
                - lines.stream().mapToLong(Line::calls).sum();
        return new MonthlyCosts(
                YearMonth.from(now.atOffset(ZoneOffset.UTC)),
                charged,
                lines,
                free,
                PriceList.calls(counts).add(PriceList.requests(counts)));
    }

    private static boolean isRequest(CallCount count) {
        return PriceList.request(count.operation()).signum() > 0;
    }

    private static BigDecimal price(CallCount count, List<CallCount> counts) {
        return isRequest(count)
                ? PriceList.request(count.operation()).multiply(BigDecimal.valueOf(count.succeeded()))
                : PriceList.share(count, counts);
    }
}
