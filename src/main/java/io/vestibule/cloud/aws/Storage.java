package io.vestibule.cloud.aws;

import java.util.regex.Pattern;

/// Where photos are stored.
///
/// @param bucket in the region of the face service
/// @param prefix prefix of every key; empty, or ending in `/`
public record Storage(String bucket, String prefix, Encryption encryption) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,8}");
    private static final int LONGEST_PREFIX = 200;

    public Storage {
        if (!isBucket(bucket) || !isPrefix(prefix)) {
            throw new IllegalArgumentException("Not a bucket or not a prefix");
        }
    }

    public static boolean isBucket(String text) {
        return BUCKET.matcher(text).matches() && !text.contains("..");
    }

    /// The prefix with the `/` at its end that it may have been written without.
    public static String completedPrefix(String text) {
        return text.isEmpty() || text.endsWith("/") ? text : text + "/";
    }

    /// Whether it is a prefix, also if the `/` at its end is missing.
    public static boolean isTypedPrefix(String text) {
        return isPrefix(completedPrefix(text));
    }

    private static boolean isPrefix(String text) {
        return text.length() <= LONGEST_PREFIX && PREFIX.matcher(text).matches();
    }
}
