package io.vestibule.vms;

import java.util.List;

/// The recipients of an alert. What the VMS stores under `app` is not documented; an entry that is not a string is
/// shown as JSON.
///
/// @param email addresses
/// @param sms phone numbers
public record Recipients(List<String> app, List<String> email, List<String> sms) {

    public static final Recipients NOBODY = new Recipients(List.of(), List.of(), List.of());

    public Recipients {
        app = List.copyOf(app);
        email = List.copyOf(email);
        sms = List.copyOf(sms);
    }
}
