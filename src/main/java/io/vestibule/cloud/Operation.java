package io.vestibule.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The Rekognition operations in use, with their default quotas (Rekognition endpoints and quotas, per account and
/// region) and whether the price list contains them.
public enum Operation {
    CREATE_COLLECTION("CreateCollection", 5, 5, Use.FREE),
    DESCRIBE_COLLECTION("DescribeCollection", 5, 5, Use.FREE),
    INDEX_FACES("IndexFaces", 50, 5, Use.BILLED),
    LIST_FACES("ListFaces", 50, 5, Use.FREE),
    DELETE_FACES("DeleteFaces", 5, 5, Use.FREE),
    SEARCH_FACES("SearchFaces", 50, 5, Use.BILLED),
    SEARCH_FACES_BY_IMAGE("SearchFacesByImage", 50, 5, Use.BILLED),
    CREATE_USER("CreateUser", 5, 5, Use.FREE),
    DELETE_USER("DeleteUser", 5, 5, Use.FREE),
    LIST_USERS("ListUsers", 5, 5, Use.FREE),
    ASSOCIATE_FACES("AssociateFaces", 5, 5, Use.BILLED),
    DISASSOCIATE_FACES("DisassociateFaces", 5, 5, Use.BILLED),
    SEARCH_USERS("SearchUsers", 50, 5, Use.BILLED),
    SEARCH_USERS_BY_IMAGE("SearchUsersByImage", 50, 5, Use.BILLED),
    COMPARE_FACES("CompareFaces", 100, 25, Use.ON_DEMAND),
    DETECT_FACES("DetectFaces", 100, 25, Use.ON_DEMAND),
    DETECT_PROTECTIVE_EQUIPMENT("DetectProtectiveEquipment", 5, 5, Use.ON_DEMAND),
    DETECT_MODERATION_LABELS("DetectModerationLabels", 50, 5, Use.ON_DEMAND),
    DETECT_TEXT("DetectText", 50, 5, Use.ON_DEMAND),
    DETECT_LABELS("DetectLabels", 50, 5, Use.ON_DEMAND),
    /// No rate quota is published: the rate of a custom model depends on its number of inference units.
    DETECT_CUSTOM_LABELS("DetectCustomLabels", 5, 5, Use.ON_DEMAND);

    private enum Use {
        FREE,
        BILLED,
        /// Billed, and called only if the user switched it on.
        ON_DEMAND
    }

    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private final String apiName;
    private final int largeRate;
    private final int usualRate;
    private final Use use;

    Operation(String apiName, int largeRate, int usualRate, Use use) {
        this.apiName = apiName;
        this.largeRate = largeRate;
        this.usualRate = usualRate;
        this.use = use;
    }

    /// The operations that enrolment, search and deletion require.
    public static List<Operation> alwaysUsed() {
        return Arrays.stream(values())
                .filter(operation -> !operation.onDemand())
                .toList();
    }

    /// The name in the service's spelling.
    public String apiName() {
        return apiName;
    }

    /// Whether it analyses one picture and is called only if it is switched on.
    public boolean onDemand() {
        return use == Use.ON_DEMAND;
    }

    /// Quota in calls a second.
    int rate(String region) {
        return LARGE_REGIONS.contains(region) ? largeRate : usualRate;
    }

    boolean billed() {
        return use != Use.FREE;
    }
}
