package io.vestibule.setup;

/// Which VMS is configured.
///
/// @param address empty for the embedded VMS
/// @param undetermined whether no VMS is in use, because the settings were damaged
/// @param locked whether the machine's administrator has locked the address
/// @param certificates path of the file of the company's own certificate authorities; empty for none
/// @param certificatesLocked whether the machine's administrator has locked that path
public record VmsFacts(
        String address, boolean undetermined, boolean locked, String certificates, boolean certificatesLocked) {

    public static final VmsFacts NOTHING = new VmsFacts("", false, false, "", false);

    public boolean embedded() {
        return address.isEmpty() && !undetermined;
    }
}
