package io.vestibule.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Amazon charges, in US dollars, for the region us-east-1 and without the free tier. Other regions cost about
/// the same or more; nothing here is an offer, the bill of AWS decides.
///
/// Sources: Amazon Rekognition pricing (image operations, groups 1 and 2; storage of face vectors; custom labels) and
/// Amazon S3 pricing (S3 Standard), as noted down on [#AS_OF]. AWS may have changed them since: the pages named are the
/// authority.
public final class PriceList {

    /// When the figures below were noted down.
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    public static final String REGION = "us-east-1";
    public static final String REKOGNITION = "aws.amazon.com/rekognition/pricing";
    public static final String S3 = "aws.amazon.com/s3/pricing";

    /// Operations of group 1 that this program calls.
    private static final Set<String> FACES = Set.of(
            "IndexFaces",
            "SearchFaces",
            "SearchFacesByImage",
            "SearchUsers",
            "SearchUsersByImage",
            "AssociateFaces",
            "DisassociateFaces",
            "CompareFaces");

    /// Operations of group 2 that this program calls where somebody switched them on. All that are in neither group are
    /// free; custom labels are charged by the hour that their model runs.
    private static final Set<String> PICTURES =
            Set.of("DetectFaces", "DetectProtectiveEquipment", "DetectModerationLabels", "DetectText", "DetectLabels");

    /// Requests to S3 Standard, by what one costs; deleting is free.
    private static final Map<String, BigDecimal> REQUESTS = Map.of(
            "PutObject", new BigDecimal("0.000005"),
            "ListObjectsV2", new BigDecimal("0.000005"),
            "ListObjectVersions", new BigDecimal("0.000005"),
            "GetObject", new BigDecimal("0.0000004"));

    private static final long FIRST_TIER = 1_000_000;
    /// A call, up to a million calls of its group in a calendar month.
    private static final BigDecimal CALL = new BigDecimal("0.001");
    /// A call beyond that.
    private static final BigDecimal CALL_BEYOND = new BigDecimal("0.0008");
    /// One hour in which one unit of a custom model runs, whether it is asked anything or not.
    private static final BigDecimal MODEL_HOUR = new BigDecimal("4.00");
    /// One face vector for one month. AWS publishes no rate of its own for user vectors: the same is assumed.
    private static final BigDecimal VECTOR_MONTH = new BigDecimal("0.00001");
    /// One gigabyte of S3 Standard for one month, up to 50 TB.
    private static final BigDecimal GIGABYTE_MONTH = new BigDecimal("0.023");

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

    private PriceList() {}

    public static boolean charges(String operation) {
        return FACES.contains(operation) || PICTURES.contains(operation);
    }

    /// @param calls of one group in one calendar month (UTC)
    public static BigDecimal calls(long calls) {
        long first = Math.min(calls, FIRST_TIER);
        return CALL.multiply(BigDecimal.valueOf(first)).add(CALL_BEYOND.multiply(BigDecimal.valueOf(calls - first)));
    }

    /// One call, as long as its group has not reached a million in a month; nothing for what is free.
    public static BigDecimal call(String operation) {
        return charges(operation) ? CALL : BigDecimal.ZERO;
    }

    public static BigDecimal modelHour() {
        return MODEL_HOUR;
    }

    /// The same calls without those that cost nothing although AWS would charge for them, because the engine of this
    /// machine answered: for a month in which both were used.
    public static List<CallCount> billed(List<CallCount> counts) {
        return counts.stream()
                .map(count ->
                        charges(count.operation()) || request(count.operation()).signum() > 0
                                ? new CallCount(count.operation(), count.charged(), count.charged(), count.failed())
                                : count)
                .toList();
    }

    /// Calls of the list that AWS would charge for, whoever answered them.
    public static long chargeable(List<CallCount> counts) {
        return chargeable(counts, FACES) + chargeable(counts, PICTURES);
    }

    /// What all the calls of one month cost, each group by its own tiers.
    public static BigDecimal calls(List<CallCount> counts) {
        return calls(chargeable(counts, FACES)).add(calls(chargeable(counts, PICTURES)));
    }

    /// What the calls of one operation among those of the month cost: the price of a call falls with the number of all
    /// in its group, so each operation has its share of that.
    public static BigDecimal share(CallCount one, List<CallCount> counts) {
        if (!charges(one.operation()) || one.succeeded() == 0) {
            return BigDecimal.ZERO;
        }
        long group = chargeable(counts, FACES.contains(one.operation()) ? FACES : PICTURES);
        return calls(group)
                .multiply(BigDecimal.valueOf(one.succeeded()))
                .divide(BigDecimal.valueOf(group), 6, RoundingMode.HALF_UP);
    }

    private static long chargeable(List<CallCount> counts, Set<String> group) {
        return counts.stream()
                .filter(count -> group.contains(count.operation()))
                .mapToLong(CallCount::succeeded)
                .sum();
    }

    /// What the requests to the bucket among these calls cost.
    public static BigDecimal requests(List<CallCount> counts) {
        return counts.stream()
                .map(count -> request(count.operation()).multiply(BigDecimal.valueOf(count.succeeded())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// One request to the bucket; nothing for what is none, or is free.
    public static BigDecimal request(String operation) {
        return REQUESTS.getOrDefault(operation, BigDecimal.ZERO);
    }

    /// @param vectors faces, or users
    public static BigDecimal vectorMonth(long vectors) {
        return VECTOR_MONTH.multiply(BigDecimal.valueOf(vectors));
    }

    public static BigDecimal photoMonth(long bytes) {
        return GIGABYTE_MONTH.multiply(BigDecimal.valueOf(bytes)).divide(GIGABYTE, 10, RoundingMode.HALF_UP);
    }
}
