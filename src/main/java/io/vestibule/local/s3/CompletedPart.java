package io.vestibule.local.s3;

import java.util.ArrayList;
import java.util.List;

/// A part as the body of CompleteMultipartUpload names it.
///
/// @param etag without quotes
record CompletedPart(int number, String etag) {

    /// @throws S3Exception if it is not such a body, or the parts are not in order
    static List<CompletedPart> read(byte[] body) {
        List<String> numbers = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        XmlInput.forEachElement(body, element -> {
            switch (element.name()) {
                case "PartNumber" -> numbers.add(element.text());
                case "ETag" -> tags.add(element.text().replace("\"", ""));
                default -> {}
            }
        });
        if (numbers.isEmpty() || numbers.size() != tags.size()) {
            throw S3Exception.malformedXml();
        }
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            parts.add(new CompletedPart(number(numbers.get(i)), tags.get(i)));
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number() <= parts.get(i - 1).number()) {
                throw S3Exception.invalidPartOrder();
            }
        }
        return parts;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw S3Exception.malformedXml();
        }
    }
}
