package io.vestibule.local.s3;

import java.util.ArrayList;
import java.util.List;

/// The body of DeleteObjects.
///
/// @param quiet whether the answer names only what failed
record DeleteRequest(List<String> keys, boolean quiet) {

    /// As the service.
    private static final int MOST = 1_000;

    /// @throws S3Exception if it is not such a body, or names versions
    static DeleteRequest read(byte[] body) {
        List<String> keys = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        XmlInput.forEachElement(body, element -> {
            switch (element.name()) {
                case "Key" -> keys.add(element.text());
                case "Quiet" -> quiet.add(element.text());
                case "VersionId" -> throw S3Exception.notImplemented("versions of objects");
                default -> {}
            }
        });
        if (keys.isEmpty() || keys.size() > MOST) {
            throw S3Exception.malformedXml();
        }
        return new DeleteRequest(keys, quiet.stream().anyMatch("true"::equalsIgnoreCase));
    }
}
