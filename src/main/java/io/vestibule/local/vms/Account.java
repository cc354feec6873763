package io.vestibule.local.vms;

/// One customer account of the embedded VMS, isolated from the other accounts.
///
/// @param licenceKey key for the API
/// @param email,password login of Cloud Two, which returns the key
public record Account(int number, String licenceKey, String email, String password) {

    /// Does not contain the secrets.
    @Override
    public String toString() {
        return "Account[" + number + "]";
    }
}
