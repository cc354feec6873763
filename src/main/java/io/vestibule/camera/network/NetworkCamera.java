package io.vestibule.camera.network;

import java.util.Optional;

/// A network camera as it is set up.
///
/// @param id of our own
/// @param readableAccepted whether somebody accepted that others can read along, where they can
public record NetworkCamera(
        String id, String name, NetworkAddress address, Optional<CameraCredentials> login, boolean readableAccepted) {

    boolean refused() {
        return address.privacy() == NetworkAddress.Privacy.READABLE_BY_OTHERS && !readableAccepted;
    }
}
