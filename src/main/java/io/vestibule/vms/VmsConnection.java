package io.vestibule.vms;

/// The address of the VMS and its licence key.
///
/// @param id under which rules of this VMS are stored
public record VmsConnection(VmsId id, VmsAddress address, LicenceKey key) {

    /// A connection to an account of which nothing is known.
    public VmsConnection(VmsAddress address, LicenceKey key) {
        this(VmsId.of(address, ""), address, key);
    }

    /// The same connection, under the id of the given account.
    public VmsConnection withAccount(String account) {
        return new VmsConnection(VmsId.of(address, account), address, key);
    }
}
