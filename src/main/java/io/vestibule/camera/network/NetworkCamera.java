package io.vestibule.camera.network;

import java.util.Optional;

/// The configuration of a network camera.
///
/// @param id assigned by this program
/// @param readableAccepted whether somebody accepted that others can read the traffic, where they can
public record NetworkCamera(
        String id, String name, NetworkAddress address, Optional<CameraCredentials> login, boolean readableAccepted) {

    boolean refused() {
        return address.privacy() == NetworkAddress.Privacy.READABLE_BY_OTHERS && !readableAccepted;
    }
}
