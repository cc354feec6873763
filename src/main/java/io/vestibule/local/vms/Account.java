package io.vestibule.local.vms;

/// One customer of the embedded VMS, who sees nothing of the others.
///
/// @param licenceKey opens the API
/// @param email,password yield the key by the login of Cloud Two
public record Account(int number, String licenceKey, String email, String password) {

    /// Without the secrets.
    @Override
    public String toString() {
        return "Account[" + number + "]";
    }
}
