package io.vestibule.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The operations that are used, with what the service allows by default (Rekognition endpoints and quotas, per
/// account and region) and whether its price list has them.
public enum Operation {
    CREATE_COLLECTION("CreateCollection", 5, 5, Use.FREE),
    DESCRIBE_COLLECTION("DescribeCollection", 5, 5, Use.FREE),
    INDEX_FACES("IndexFaces", 50, 5, Use.BILLED),
    LIST_FACES("ListFaces", 50, 5, Use.FREE),
    DELETE_FACES("DeleteFaces", 5, 5, Use.FREE),
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
    /// No quota of calls is published: what a custom model takes depends on how many units of it run.
    DETECT_CUSTOM_LABELS("DetectCustomLabels", 5, 5, Use.ON_DEMAND);

    private enum Use {
        FREE,
        BILLED,
        /// Billed, and made only where somebody switched it on.
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

    /// Those without which nobody can be enrolled, searched for or forgotten.
    public static List<Operation> alwaysUsed() {
        return Arrays.stream(values())
                .filter(operation -> !operation.onDemand())
                .toList();
    }

    /// As the service spells it.
    public String apiName() {
        return apiName;
    }

    /// Whether it looks at one picture alone and is called only where that was switched on.
    public boolean onDemand() {
        return use == Use.ON_DEMAND;
    }

    /// Calls a second that the service takes.
    int rate(String region) {
        return LARGE_REGIONS.contains(region) ? largeRate : usualRate;
    }

    boolean billed() {
        return use != Use.FREE;
    }
}
