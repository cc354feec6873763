package io.vestibule.setup;

/// Which VMS is configured.
///
/// @param address empty for the embedded VMS
/// @param undetermined whether no VMS is in use, because the settings were damaged
/// @param locked whether the machine's administrator has locked the address
public record VmsFacts(String address, boolean undetermined, boolean locked) {

    public boolean embedded() {
        return address.isEmpty() && !undetermined;
    }
}
