package io.vestibule.local.vms;

import java.time.InstantSource;

/// Behaviour of the embedded VMS where that of the real one is not known.
///
/// @param strict whether it rejects invalid rules; the real one may accept more
/// @param mostPerPage maximum page size
public record LocalVmsSettings(boolean strict, int mostPerPage, InstantSource clock) {

    public static final LocalVmsSettings DEFAULT = new LocalVmsSettings(true, 1_000, InstantSource.system());
}
