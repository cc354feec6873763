package io.vestibule.cloud.aws;

import io.vestibule.base.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The region and addresses of the services.
///
/// @param region for example `eu-central-1`
/// @param rekognition address of a private endpoint of the face service; empty for the public one
/// @param s3 the same for S3
/// @param sts the same for the service that issues role credentials
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

    /// Known regions of the face service, sorted; newer ones may be typed.
    public static List<String> regions() {
        return RekognitionClient.serviceMetadata().regions().stream()
                .map(Region::id)
                .filter(region -> isRegion(region))
                .sorted()
                .toList();
    }

    /// Whether the text is the address of a service that photos and face vectors may be sent to: `https`, or
    /// `http` on this computer.
    public static boolean isServiceAddress(String text) {
        return isAddress(text)
                && ("https".equals(URI.create(text).getScheme())
                        || Loopback.isLoopback(URI.create(text).getHost()));
    }

    /// Whether the text is a valid `http` or `https` address.
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
