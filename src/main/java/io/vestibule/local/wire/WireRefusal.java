package io.vestibule.local.wire;

/// What the wire itself refuses, before any operation runs: no shape of the service's model describes these.
final class WireRefusal extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;

    private final int status;
    private final String code;

    private WireRefusal(int status, String code, String message) {
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

    String words() {
        return String.valueOf(getMessage());
    }

    static WireRefusal unknownOperation() {
        return new WireRefusal(BAD, "UnknownOperationException", "No such operation");
    }

    static WireRefusal notJson() {
        return new WireRefusal(BAD, "SerializationException", "The body is not the JSON of this request");
    }

    static WireRefusal tooLarge(int most) {
        return new WireRefusal(
                TOO_LARGE, "RequestEntityTooLargeException", "The body is longer than " + most + " bytes");
    }

    static WireRefusal unsigned() {
        return new WireRefusal(
                BAD, "MissingAuthenticationTokenException", "The request carries no Authorization header");
    }

    static WireRefusal incomplete(String what) {
        return new WireRefusal(BAD, "IncompleteSignatureException", what);
    }

    static WireRefusal unknownKey() {
        return new WireRefusal(
                BAD, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    static WireRefusal badSignature(String what) {
        return new WireRefusal(BAD, "InvalidSignatureException", what);
    }
}
