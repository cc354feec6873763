package io.vestibule.camera.network;

import java.util.Optional;

/// The configuration of a network camera.
///
/// @param id assigned by this program
/// @param readableAccepted whether somebody accepted that others can read the traffic, where they can
public record NetworkCamera(
        String id, String name, NetworkAddress address, Optional<CameraCredentials> login, boolean readableAccepted) {

    /// Whether nobody has accepted yet that others can read its traffic.
    public boolean isRefused() {
        return address.privacy() == NetworkAddress.Privacy.READABLE_BY_OTHERS && !readableAccepted;
    }
}
