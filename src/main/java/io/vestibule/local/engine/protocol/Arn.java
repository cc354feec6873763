package io.vestibule.local.engine.protocol;

import java.util.Optional;

/// ARNs in the service's format, with `local` for the region and zeros for the account.
public final class Arn {

    private static final String PREFIX = "arn:aws:rekognition:local:000000000000:collection/";

    private Arn() {}

    public static String of(String collectionId) {
        return PREFIX + collectionId;
    }

    public static Optional<String> collectionId(String arn) {
        return arn.startsWith(PREFIX) ? Optional.of(arn.substring(PREFIX.length())) : Optional.empty();
    }
}
