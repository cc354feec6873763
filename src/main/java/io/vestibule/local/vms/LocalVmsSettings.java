package io.vestibule.local.vms;

import java.time.InstantSource;

/// How the embedded VMS behaves where the real one is not known.
///
/// @param strict whether it refuses what cannot be meant; the real one may accept more
/// @param mostPerPage cap of the length of a page
public record LocalVmsSettings(boolean strict, int mostPerPage, InstantSource clock) {

    public static final LocalVmsSettings DEFAULT = new LocalVmsSettings(true, 1_000, InstantSource.system());
}
