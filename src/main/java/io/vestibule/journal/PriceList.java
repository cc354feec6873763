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
/// Sources: Amazon Rekognition pricing (image operations, group 1; storage of face vectors) and Amazon S3 pricing (S3
/// Standard), as noted down on [#AS_OF]. AWS may have changed them since: the pages named are the authority.
public final class PriceList {

    /// When the figures below were noted down.
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    public static final String REGION = "us-east-1";
    public static final String REKOGNITION = "aws.amazon.com/rekognition/pricing";
    public static final String S3 = "aws.amazon.com/s3/pricing";

    /// Operations of group 1 that this program calls. All others that it calls are free.
    private static final Set<String> CHARGED = Set.of(
            "IndexFaces",
            "SearchFaces",
            "SearchFacesByImage",
            "SearchUsers",
            "SearchUsersByImage",
            "AssociateFaces",
            "DisassociateFaces",
            "CompareFaces");

    /// Requests to S3 Standard, by what one costs; deleting is free.
    private static final Map<String, BigDecimal> REQUESTS = Map.of(
            "PutObject", new BigDecimal("0.000005"),
            "ListObjectsV2", new BigDecimal("0.000005"),
            "ListObjectVersions", new BigDecimal("0.000005"),
            "GetObject", new BigDecimal("0.0000004"));

    private static final long FIRST_TIER = 1_000_000;
    /// A call, up to a million calls of the group in a calendar month.
    private static final BigDecimal CALL = new BigDecimal("0.001");
    /// A call beyond that.
    private static final BigDecimal CALL_BEYOND = new BigDecimal("0.0008");
    /// One face vector for one month. AWS publishes no rate of its own for user vectors: the same is assumed.
    private static final BigDecimal VECTOR_MONTH = new BigDecimal("0.00001");
    /// One gigabyte of S3 Standard for one month, up to 50 TB.
    private static final BigDecimal GIGABYTE_MONTH = new BigDecimal("0.023");

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

    private PriceList() {}

    public static boolean charges(String operation) {
        return CHARGED.contains(operation);
    }

    /// @param calls of group 1 in one calendar month (UTC)
    public static BigDecimal calls(long calls) {
        long first = Math.min(calls, FIRST_TIER);
        return CALL.multiply(BigDecimal.valueOf(first)).add(CALL_BEYOND.multiply(BigDecimal.valueOf(calls - first)));
    }

    /// Calls of the list that AWS would charge for, whoever answered them.
    public static long chargeable(List<CallCount> counts) {
        return counts.stream()
                .filter(count -> charges(count.operation()))
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
