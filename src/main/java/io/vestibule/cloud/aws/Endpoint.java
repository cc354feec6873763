package io.vestibule.cloud.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// Which service is called.
///
/// @param region for example `eu-central-1`
/// @param rekognition where the face service is, if not where everybody finds it; for private endpoints
/// @param s3 the same for S3
/// @param sts the same for the service that hands out roles
public record Endpoint(String region, Optional<URI> rekognition, Optional<URI> s3, Optional<URI> sts) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    public Endpoint {
        if (!isRegion(region)) {
            throw new IllegalArgumentException("Not a region");
        }
    }

    public static Endpoint ofRegion(String region) {
        return new Endpoint(region, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /// Regions in which the face service is known to be, sorted; newer ones may be typed.
    public static List<String> regions() {
        return RekognitionClient.serviceMetadata().regions().stream()
                .map(Region::id)
                .filter(region -> isRegion(region))
                .sorted()
                .toList();
    }

    /// Whether the text is an address that can be called.
    public static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
