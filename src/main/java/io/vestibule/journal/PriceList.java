package io.vestibule.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Amazon's prices in US dollars, for the region us-east-1 and without the free tier. Other regions cost about the
/// same or more; these figures are no offer, only the bill of AWS is binding.
///
/// Sources: Amazon Rekognition pricing (image operations, groups 1 and 2; storage of face vectors; custom labels) and
/// Amazon S3 pricing (S3 Standard), as of [#AS_OF]. AWS may have changed them since: the pages named are
/// authoritative. authority.
public final class PriceList {

    /// Date on which the prices below were read.
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

    /// Operations of group 2 that this program calls if a user enabled them. Operations in neither group are free;
    /// custom labels are charged by the hour that their model runs.
    private static final Set<String> PICTURES =
            Set.of("DetectFaces", "DetectProtectiveEquipment", "DetectModerationLabels", "DetectText", "DetectLabels");

    /// Price of each request to S3 Standard; deleting is free.
    private static final Map<String, BigDecimal> REQUESTS = Map.of(
            "PutObject", new BigDecimal("0.000005"),
            "ListObjectsV2", new BigDecimal("0.000005"),
            "ListObjectVersions", new BigDecimal("0.000005"),
            "GetObject", new BigDecimal("0.0000004"));

    private static final long FIRST_TIER = 1_000_000;
    /// Price of a call, up to a million calls of its group in a calendar month.
    private static final BigDecimal CALL = new BigDecimal("0.001");
    /// Price of a call beyond a million.
    private static final BigDecimal CALL_BEYOND = new BigDecimal("0.0008");
    /// Price of one hour in which one unit of a custom model runs, whether it is called or not.
    private static final BigDecimal MODEL_HOUR = new BigDecimal("4.00");
    /// Price of one face vector for one month. AWS publishes no separate price for user vectors: the same is assumed.
    private static final BigDecimal VECTOR_MONTH = new BigDecimal("0.00001");
    /// Price of one gigabyte of S3 Standard for one month, up to 50 TB.
    private static final BigDecimal GIGABYTE_MONTH = new BigDecimal("0.023");

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

    private PriceList() {}

    public static boolean charges(String operation) {
        return FACES.contains(operation) || PICTURES.contains(operation);
    }

    /// @param calls number of calls of one group in one calendar month (UTC)
    public static BigDecimal calls(long calls) {
        long first = Math.min(calls, FIRST_TIER);
        return CALL.multiply(BigDecimal.valueOf(first)).add(CALL_BEYOND.multiply(BigDecimal.valueOf(calls - first)));
    }

    /// Price of one call within the first million of its group in a month; zero for a free operation.
    public static BigDecimal call(String operation) {
        return charges(operation) ? CALL : BigDecimal.ZERO;
    }

    public static BigDecimal modelHour() {
        return MODEL_HOUR;
    }

    /// The same counts without free calls to the embedded engine of operations that AWS would charge for: for a month
    /// in which both were used.
    public static List<CallCount> billed(List<CallCount> counts) {
        return counts.stream()
                .map(count ->
                        charges(count.operation()) || request(count.operation()).signum() > 0
                                ? new CallCount(count.operation(), count.charged(), count.charged(), count.failed())
                                : count)
                .toList();
    }

    /// Number of calls that AWS would charge for, whichever service answered them.
    public static long chargeable(List<CallCount> counts) {
        return chargeable(counts, FACES) + chargeable(counts, PICTURES);
    }

    /// Price of all calls of one month, each group by its own tiers.
    public static BigDecimal calls(List<CallCount> counts) {
        return calls(chargeable(counts, FACES)).add(calls(chargeable(counts, PICTURES)));
    }

    /// Price of the calls of one operation among those of the month: the price per call falls with the number of
    /// calls of the whole group, so each operation gets its proportional share.
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

    /// Price of the requests to the bucket among these calls.
    public static BigDecimal requests(List<CallCount> counts) {
        return counts.stream()
                .map(count -> request(count.operation()).multiply(BigDecimal.valueOf(count.succeeded())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Price of one request to the bucket; zero for any other or free operation.
    public static BigDecimal request(String operation) {
        return REQUESTS.getOrDefault(operation, BigDecimal.ZERO);
    }

    /// @param vectors number of face vectors or user vectors
    public static BigDecimal vectorMonth(long vectors) {
        return VECTOR_MONTH.multiply(BigDecimal.valueOf(vectors));
    }

    public static BigDecimal photoMonth(long bytes) {
        return GIGABYTE_MONTH.multiply(BigDecimal.valueOf(bytes)).divide(GIGABYTE, 10, RoundingMode.HALF_UP);
    }
}
