package io.vestibule.bulk.source;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a list names as a photo, as a path below the folder of the list.
final class PhotoReference {

    private static final Pattern DRIVE = Pattern.compile("(?i)[a-z]:.*");
    private static final int DEPTH = 8;

    private PhotoReference() {}

    /// @return with `/` between the parts
    /// @throws BulkException `bulk.photo-address` or `bulk.photo-outside`
    static String inside(String reference) {
        var text = reference.strip().replace('\\', '/');
        if (text.contains("://")) {
            throw new BulkException(new BulkFailure.PhotoAddress());
        }
        while (text.startsWith("./")) {
            text = text.substring(2);
        }
        var parts = List.of(text.split("/", -1));
        boolean outside = text.startsWith("/")
                || DRIVE.matcher(text).matches()
                || parts.size() > DEPTH
                || parts.stream().anyMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."))
                || text.codePoints().anyMatch(Character::isISOControl);
        if (outside) {
            throw new BulkException(new BulkFailure.PhotoOutside());
        }
        return text;
    }

    /// Files that systems leave in folders, and hidden ones.
    static boolean isHidden(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return path.startsWith(".")
                || path.contains("/.")
                || path.startsWith("__MACOSX/")
                || name.equals("thumbs.db")
                || name.equals("desktop.ini");
    }
}
