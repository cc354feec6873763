package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import io.vestibule.local.engine.store.StoredObject;
import io.vestibule.local.engine.store.UploadStore;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Uploads in several parts, in which SDKs and tools send files from 5 or 8 MiB on.
final class MultipartOperations {

    /// Bytes of an object; pictures may have 15 MB. Objects are in memory as a whole.
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int LEAST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_LISTED = 1_000;

    /// After it, an upload that was not completed is deleted with its parts.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final ObjectStore objects;
    private final UploadStore uploads;
    private final InstantSource clock;

    MultipartOperations(ObjectStore objects, UploadStore uploads, InstantSource clock) {
        this.objects = objects;
        this.uploads = uploads;
        this.clock = clock;
    }

    S3Response create(S3Request request) {
        var bucket = BucketOperations.require(objects, request);
        ObjectHeaders.requireProvided(request);
        ObjectHeaders.requireKey(request);
        uploads.deleteStartedBefore(clock.instant().minus(ABANDONED));
        var upload = new UploadStore.Upload(
                UUID.randomUUID(),
                request.key(),
                ObjectHeaders.contentType(request),
                ObjectHeaders.kept(request),
                clock.instant());
        uploads.start(bucket, upload);
        var xml = new XmlDocument("InitiateMultipartUploadResult");
        xml.element("Bucket", request.bucket());
        xml.element("Key", request.key());
        xml.element("UploadId", upload.id().toString());
        return S3Response.xml(xml.end());
    }

    S3Response put(S3Request request) {
        var upload = upload(request);
        ObjectHeaders.requireProvided(request);
        if (request.header("x-amz-copy-source").isPresent()) {
            throw S3Exception.notImplemented("copies of a part");
        }
        int number =
                request.parameter("partNumber").map(MultipartOperations::number).orElse(0);
        if (number < 1 || number > MOST_PARTS) {
            throw S3Exception.invalidArgument(
                    "Part number must be an integer between 1 and " + MOST_PARTS + ", inclusive");
        }
        ContentChecksum.verify(request);
        long others = uploads.parts(upload).stream()
                .filter(part -> part.number() != number)
                .mapToLong(UploadStore.Part::size)
                .sum();
        if (others + request.body().length > MOST_BYTES) {
            throw S3Exception.tooLarge();
        }
        var part = new UploadStore.Part(
                number, request.body().length, ContentChecksum.etag(request.body()), clock.instant());
        if (!uploads.put(upload, part, request.body())) {
            throw S3Exception.noSuchUpload();
        }
        return S3Response.empty(Map.of("ETag", ObjectHeaders.quoted(part.etag())));
    }

    S3Response complete(S3Request request) {
        var bucket = BucketOperations.require(objects, request);
        var upload = upload(request);
        var parts = named(uploads.parts(upload), CompletedPart.read(request.body()));
        ObjectConditions.requireWritable(request, objects.find(bucket, request.key()));
        var bytes = uploads.bytes(upload, parts);
        var object = new StoredObject(
                upload.key(), bytes.length, etag(parts), upload.contentType(), upload.metadata(), clock.instant());
        objects.put(bucket, object, bytes);
        uploads.delete(upload);
        var xml = new XmlDocument("CompleteMultipartUploadResult");
        xml.element("Location", "/" + request.bucket() + "/" + request.key());
        xml.element("Bucket", request.bucket());
        xml.element("Key", request.key());
        xml.element("ETag", ObjectHeaders.quoted(object.etag()));
        return S3Response.xml(xml.end());
    }

    S3Response abort(S3Request request) {
        uploads.delete(upload(request));
        return S3Response.noContent();
    }

    S3Response listParts(S3Request request) {
        var upload = upload(request);
        int after = request.parameter("part-number-marker")
                .map(MultipartOperations::number)
                .orElse(0);
        int most = Math.clamp(
                request.parameter("max-parts").map(MultipartOperations::number).orElse(MOST_LISTED), 1, MOST_LISTED);
        var rest = uploads.parts(upload).stream()
                .filter(part -> part.number() > after)
                .toList();
        var parts = rest.subList(0, Math.min(most, rest.size()));
        var xml = new XmlDocument("ListPartsResult");
        xml.element("Bucket", request.bucket());
        xml.element("Key", request.key());
        xml.element("UploadId", upload.id().toString());
        xml.element("PartNumberMarker", Integer.toString(after));
        xml.element("MaxParts", Integer.toString(most));
        xml.element("IsTruncated", Boolean.toString(parts.size() < rest.size()));
        if (parts.size() < rest.size()) {
            xml.element("NextPartNumberMarker", Integer.toString(parts.getLast().number()));
        }
        for (var part : parts) {
            xml.start("Part");
            xml.element("PartNumber", Integer.toString(part.number()));
            xml.element("LastModified", part.modifiedAt().toString());
            xml.element("ETag", ObjectHeaders.quoted(part.etag()));
            xml.element("Size", Integer.toString(part.size()));
            xml.finish();
        }
        return S3Response.xml(xml.end());
    }

    S3Response list(S3Request request) {
        var xml = new XmlDocument("ListMultipartUploadsResult");
        xml.element("Bucket", request.bucket());
        xml.element("IsTruncated", "false");
        for (var upload : uploads.uploads(BucketOperations.require(objects, request), MOST_LISTED)) {
            xml.start("Upload");
            xml.element("Key", upload.key());
            xml.element("UploadId", upload.id().toString());
            xml.element("Initiated", upload.startedAt().toString());
            xml.finish();
        }
        return S3Response.xml(xml.end());
    }

    private UploadStore.Upload upload(S3Request request) {
        var bucket = BucketOperations.require(objects, request);
        try {
            var id = UUID.fromString(request.parameter("uploadId").orElse(""));
            return uploads.find(bucket, request.key(), id).orElseThrow(S3Exception::noSuchUpload);
        } catch (IllegalArgumentException _) {
            throw S3Exception.noSuchUpload();
        }
    }

    /// The stored parts that the caller names; it may leave some out.
    private static List<UploadStore.Part> named(List<UploadStore.Part> stored, List<CompletedPart> names) {
        List<UploadStore.Part> parts = new ArrayList<>();
        for (var name : names) {
            parts.add(stored.stream()
                    .filter(part ->
                            part.number() == name.number() && part.etag().equals(name.etag()))
                    .findFirst()
                    .orElseThrow(S3Exception::invalidPart));
        }
        if (parts.subList(0, parts.size() - 1).stream().anyMatch(part -> part.size() < LEAST_BYTES)) {
            throw S3Exception.tooSmall();
        }
        return parts;
    }

    private static String etag(List<UploadStore.Part> parts) {
        var digests = new ByteArrayOutputStream();
        parts.forEach(part -> digests.writeBytes(HexFormat.of().parseHex(part.etag())));
        return ContentChecksum.etag(digests.toByteArray()) + "-" + parts.size();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
