package io.vestibule.local.s3;

/// An error with the code, the status and the message of the service.
public final class S3Exception extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION = 412;
    private static final int NO_SUCH_RANGE = 416;
    private static final int INTERNAL = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final int status;
    private final String code;

    public S3Exception(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static S3Exception noSuchBucket() {
        return new S3Exception(NOT_FOUND, "NoSuchBucket", "The specified bucket does not exist");
    }

    static S3Exception noSuchKey() {
        return new S3Exception(NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
    }

    static S3Exception invalidBucketName() {
        return new S3Exception(BAD_REQUEST, "InvalidBucketName", "The specified bucket is not valid.");
    }

    static S3Exception bucketExists() {
        return new S3Exception(
                CONFLICT, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded.");
    }

    static S3Exception bucketNotEmpty() {
        return new S3Exception(CONFLICT, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }

    static S3Exception keyTooLong() {
        return new S3Exception(BAD_REQUEST, "KeyTooLongError", "Your key is too long");
    }

    static S3Exception invalidArgument(String message) {
        return new S3Exception(BAD_REQUEST, "InvalidArgument", message);
    }

    static S3Exception metadataTooLarge() {
        return new S3Exception(
                BAD_REQUEST, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
    }

    /// The checksum that the caller sent is not that of the bytes that arrived.
    static S3Exception badDigest() {
        return new S3Exception(BAD_REQUEST, "BadDigest", "The checksum did not match what was received.");
    }

    static S3Exception malformedXml() {
        return new S3Exception(BAD_REQUEST, "MalformedXML", "The XML you provided was not well-formed");
    }

    static S3Exception preconditionFailed() {
        return new S3Exception(
                PRECONDITION, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    static S3Exception noSuchUpload() {
        return new S3Exception(
                NOT_FOUND,
                "NoSuchUpload",
                "The specified upload does not exist. It may have been completed or aborted.");
    }

    static S3Exception invalidPart() {
        return new S3Exception(BAD_REQUEST, "InvalidPart", "One or more of the specified parts could not be found.");
    }

    static S3Exception invalidPartOrder() {
        return new S3Exception(BAD_REQUEST, "InvalidPartOrder", "The list of parts was not in ascending order.");
    }

    static S3Exception tooSmall() {
        return new S3Exception(
                BAD_REQUEST, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }

    static S3Exception tooLarge() {
        return new S3Exception(BAD_REQUEST, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
    }

    static S3Exception copyToItself() {
        return new S3Exception(
                BAD_REQUEST, "InvalidRequest", "An object is copied to itself only with other metadata.");
    }

    static S3Exception invalidRange() {
        return new S3Exception(NO_SUCH_RANGE, "InvalidRange", "The requested range is not satisfiable");
    }

    static S3Exception methodNotAllowed() {
        return new S3Exception(
                NOT_ALLOWED, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    static S3Exception accessDenied() {
        return new S3Exception(FORBIDDEN, "AccessDenied", "Access Denied");
    }

    public static S3Exception internal() {
        return new S3Exception(INTERNAL, "InternalError", "We encountered an internal error. Please try again.");
    }

    static S3Exception notImplemented(String what) {
        return new S3Exception(
                NOT_IMPLEMENTED, "NotImplemented", "The embedded S3 interface does not provide " + what + ".");
    }
}
