package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import io.vestibule.local.engine.store.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One page of ListObjects or ListObjectsV2. With a delimiter, keys that go on after it are answered as their common
/// prefix, which counts as one.
final class ObjectListing {

    private static final int MOST = 1_000;
    private static final int PAGE = 1_000;

    /// Greater than every character of a key, so that a search after it passes over all keys of a prefix.
    private static final String LAST = "\uFFFF";

    private final String prefix;
    private final String delimiter;
    private final int most;
    private final List<StoredObject> objects = new ArrayList<>();
    private final Set<String> prefixes = new LinkedHashSet<>();
    private String last = "";
    private boolean truncated;

    private ObjectListing(String prefix, String delimiter, int most) {
        this.prefix = prefix;
        this.delimiter = delimiter;
        this.most = most;
    }

    static S3Response of(ObjectStore store, ObjectStore.Bucket bucket, S3Request request) {
        boolean second = request.parameter("list-type").filter("2"::equals).isPresent();
        var after = second
                ? request.parameter("continuation-token")
                        .map(ObjectListing::decoded)
                        .or(() -> request.parameter("start-after"))
                : request.parameter("marker");
        var listing = new ObjectListing(
                request.parameter("prefix").orElse(""),
                request.parameter("delimiter").orElse(""),
                most(request));
        listing.read(store, bucket, after.orElse(""));
        return S3Response.xml(listing.xml(request, second));
    }

    private static int most(S3Request request) {
        try {
            int asked = request.parameter("max-keys").map(Integer::parseInt).orElse(MOST);
            if (asked >= 0) {
                return Math.min(asked, MOST);
            }
        } catch (NumberFormatException _) {
            // answered below
        }
        throw S3Exception.invalidArgument("max-keys is not a number from 0 on");
    }

    private void read(ObjectStore store, ObjectStore.Bucket bucket, String after) {
        last = after;
        // A marker that is a common prefix was answered with all its keys.
        var from = !delimiter.isEmpty() && after.endsWith(delimiter) && after.startsWith(prefix) ? after + LAST : after;
        while (true) {
            var page = store.page(bucket, prefix, from, Math.min(PAGE, most + 1));
            for (var object : page) {
                var common = commonPrefix(object.key());
                if (common.filter(prefixes::contains).isPresent()) {
                    continue;
                }
                if (objects.size() + prefixes.size() >= most) {
                    truncated = most > 0;
                    return;
                }
                common.ifPresentOrElse(prefixes::add, () -> objects.add(object));
                last = common.orElse(object.key());
            }
            if (page.isEmpty()) {
                return;
            }
            var end = page.getLast().key();
            from = commonPrefix(end).map(common -> common + LAST).orElse(end);
        }
    }

    private Optional<String> commonPrefix(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
    }

    private String xml(S3Request request, boolean second) {
        boolean encoded =
                request.parameter("encoding-type").filter("url"::equals).isPresent();
        var xml = new XmlDocument("ListBucketResult");
        xml.element("Name", request.bucket());
        xml.element("Prefix", shown(prefix, encoded));
        xml.element("MaxKeys", Integer.toString(most));
        xml.element("IsTruncated", Boolean.toString(truncated));
        if (!delimiter.isEmpty()) {
            xml.element("Delimiter", shown(delimiter, encoded));
        }
        if (encoded) {
            xml.element("EncodingType", "url");
        }
        position(xml, request, second, encoded);
        for (var object : objects) {
            xml.start("Contents");
            xml.element("Key", shown(object.key(), encoded));
            xml.element("LastModified", object.modifiedAt().toString());
            xml.element("ETag", "\"" + object.etag() + "\"");
            xml.element("Size", Integer.toString(object.size()));
            xml.element("StorageClass", "STANDARD");
            xml.finish();
        }
        for (var common : prefixes) {
            xml.start("CommonPrefixes");
            xml.element("Prefix", shown(common, encoded));
            xml.finish();
        }
        return xml.end();
    }

    private void position(XmlDocument xml, S3Request request, boolean second, boolean encoded) {
        if (!second) {
            xml.element("Marker", shown(request.parameter("marker").orElse(""), encoded));
            if (truncated) {
                xml.element("NextMarker", shown(last, encoded));
            }
            return;
        }
        xml.element("KeyCount", Integer.toString(objects.size() + prefixes.size()));
        request.parameter("continuation-token").ifPresent(token -> xml.element("ContinuationToken", token));
        request.parameter("start-after").ifPresent(key -> xml.element("StartAfter", shown(key, encoded)));
        if (truncated) {
            xml.element(
                    "NextContinuationToken",
                    Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String shown(String text, boolean encoded) {
        return encoded ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/") : text;
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw S3Exception.invalidArgument("The continuation token provided is incorrect");
        }
    }
}
