package io.vestibule.vms;

/// The number of a rule together with the VMS that gave it. Another VMS has its own rule of the same number.
public record RemoteRuleId(VmsId vms, long number) {

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
