package io.vestibule.cloud;

import java.util.Set;

/// The operations that are used, with what the service allows by default (Rekognition endpoints and quotas, per
/// account and region) and whether its price list has them.
public enum Operation {
    CREATE_COLLECTION("CreateCollection", 5, 5, false),
    DESCRIBE_COLLECTION("DescribeCollection", 5, 5, false),
    INDEX_FACES("IndexFaces", 50, 5, true),
    LIST_FACES("ListFaces", 50, 5, false),
    DELETE_FACES("DeleteFaces", 5, 5, false),
    SEARCH_FACES_BY_IMAGE("SearchFacesByImage", 50, 5, true),
    CREATE_USER("CreateUser", 5, 5, false),
    DELETE_USER("DeleteUser", 5, 5, false),
    LIST_USERS("ListUsers", 5, 5, false),
    ASSOCIATE_FACES("AssociateFaces", 5, 5, true),
    DISASSOCIATE_FACES("DisassociateFaces", 5, 5, true),
    SEARCH_USERS("SearchUsers", 50, 5, true),
    SEARCH_USERS_BY_IMAGE("SearchUsersByImage", 50, 5, true);

    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private final String spelling;
    private final int largeRate;
    private final int usualRate;
    private final boolean billed;

    Operation(String spelling, int largeRate, int usualRate, boolean billed) {
        this.spelling = spelling;
        this.largeRate = largeRate;
        this.usualRate = usualRate;
        this.billed = billed;
    }

    /// As the service spells it.
    public String spelling() {
        return spelling;
    }

    /// Calls a second that the service takes.
    int rate(String region) {
        return LARGE_REGIONS.contains(region) ? largeRate : usualRate;
    }

    boolean billed() {
        return billed;
    }
}
