package io.vestibule.local.engine.protocol;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/// ARNs in the service's format, with the region that the caller asked for, and zeros for the account.
public final class Arn {

    /// For calls within this program, which ask for no region, and in ARNs that earlier versions returned.
    private static final String LOCAL = "local";

    private static final ScopedValue<String> REGION = ScopedValue.newInstance();

    private static final Pattern COLLECTION =
            Pattern.compile("arn:aws[a-z-]*+:rekognition:([a-z0-9-]++):[0-9]{12}:collection/(.++)");

    private Arn() {}

    /// Runs `call`; the ARNs that it returns are of this region.
    public static <R, X extends Throwable> R inRegion(String region, ScopedValue.CallableOp<R, X> call) throws X {
        return ScopedValue.where(REGION, region).call(call);
    }

    public static String of(String collectionId) {
        var region = REGION.orElse(LOCAL);
        return "arn:%s:rekognition:%s:000000000000:collection/%s".formatted(partition(region), region, collectionId);
    }

    private static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    /// @return empty if this is no ARN of a collection, or one in another region than the caller asked for
    public static Optional<String> collectionId(String arn) {
        var parts = COLLECTION.matcher(arn);
        return parts.matches()
                        && (!REGION.isBound()
                                || parts.group(1).equals(LOCAL)
                                || parts.group(1).equals(REGION.get()))
                ? Optional.of(parts.group(2))
                : Optional.empty();
    }
}
