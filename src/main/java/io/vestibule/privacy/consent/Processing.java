package io.vestibule.privacy.consent;

import io.vestibule.people.PersonKind;
import java.util.Map;
import java.util.Optional;

/// How this computer processes photos now, as far as a consent text says it.
///
/// @param controller who is responsible, with the address; else the name of the company
/// @param contact where consent is withdrawn; may be empty
/// @param complaints the authority that hears complaints; may be empty
/// @param region of Amazon's service; empty if the photos stay on this computer
/// @param vms host of the VMS that gets the rules; empty for the embedded one
/// @param days how long a person is usually stored
public record Processing(
        String controller,
        String contact,
        String complaints,
        Optional<String> region,
        Optional<String> vms,
        Map<PersonKind, Integer> days) {

    public Processing {
        days = Map.copyOf(days);
    }
}
