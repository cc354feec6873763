package io.vestibule.local.s3;

import java.util.Optional;
import java.util.regex.Pattern;

/// One range of a `Range` header, within an object.
///
/// @param first index of the first byte
/// @param last index of the last byte, inclusive
record ByteRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /// Empty if the header has another form, which the service ignores.
    ///
    /// @throws S3Exception if the range lies outside the object
    static Optional<ByteRange> parse(String header, int size) {
        var form = FORM.matcher(header);
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        boolean suffix = form.group(1).isEmpty();
        int second = form.group(2).isEmpty() ? size - 1 : Integer.parseInt(form.group(2));
        int first = suffix ? Math.max(0, size - second) : Integer.parseInt(form.group(1));
        int last = suffix ? size - 1 : Math.min(second, size - 1);
        if (first >= size || (suffix && second == 0)) {
            throw S3Exception.invalidRange();
        }
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    String contentRange(int size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
