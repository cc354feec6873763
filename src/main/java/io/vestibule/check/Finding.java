package io.vestibule.check;

/// One thing that is wrong with a picture.
public record Finding(Reason reason, Severity severity) {

    static Finding refuse(Reason reason) {
        return new Finding(reason, Severity.REFUSE);
    }

    static Finding warn(Reason reason) {
        return new Finding(reason, Severity.WARN);
    }

    public boolean refuses() {
        return severity == Severity.REFUSE;
    }
}
