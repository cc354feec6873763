package io.vestibule.check;

/// One fault of a picture.
public record Finding(Reason reason, Severity severity) {

    public static Finding refuse(Reason reason) {
        return new Finding(reason, Severity.REFUSE);
    }

    public static Finding warn(Reason reason) {
        return new Finding(reason, Severity.WARN);
    }

    public boolean refuses() {
        return severity == Severity.REFUSE;
    }
}
