package io.vestibule.local.wire;

/// An error of the HTTP layer itself, before any operation runs: no shape of the service's model describes these
/// errors.
final class RequestRejectedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String code;

    private RequestRejectedException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static RequestRejectedException unknownOperation() {
        return new RequestRejectedException(BAD, "UnknownOperationException", "No such operation");
    }

    static RequestRejectedException notJson() {
        return new RequestRejectedException(BAD, "SerializationException", "The body is not the JSON of this request");
    }

    static RequestRejectedException tooLarge(int most) {
        return new RequestRejectedException(
                TOO_LARGE, "RequestEntityTooLargeException", "The body is longer than " + most + " bytes");
    }

    static RequestRejectedException badAddress() {
        return new RequestRejectedException(BAD, "InvalidURI", "The address of the request could not be parsed");
    }

    /// The body is not `aws-chunked`, as its headers say.
    static RequestRejectedException badChunks() {
        return new RequestRejectedException(BAD, "IncompleteBody", "The body is not in the form of aws-chunked");
    }

    /// Every SDK tries again after it.
    static RequestRejectedException busy() {
        return new RequestRejectedException(
                UNAVAILABLE, "ServiceUnavailableException", "Too many requests are being received");
    }

    static RequestRejectedException unsigned() {
        return new RequestRejectedException(
                BAD, "MissingAuthenticationTokenException", "The request carries no Authorization header");
    }

    static RequestRejectedException incomplete(String what) {
        return new RequestRejectedException(BAD, "IncompleteSignatureException", what);
    }

    static RequestRejectedException unknownKey() {
        return new RequestRejectedException(
                BAD, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    static RequestRejectedException badSignature(String what) {
        return new RequestRejectedException(BAD, "InvalidSignatureException", what);
    }
}
